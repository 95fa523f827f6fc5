"""First names that tell “he” from “she”; of any other nothing is known."""

WOMEN = frozenset(
    """ada alice amanda amy angela ann anna anne annie barbara beth betty carol caroline carolyn catherine
    charlotte cheryl christina christine claire clara cynthia deborah debra denise diana diane donna dorothy
    edith eleanor elizabeth ellen emily emma esther eva evelyn fatima fiona florence frances gemma gina
    gloria grace hannah harriet heather helen holly ida ines irene isabel jane janet jennifer jessica joanna
    joanne josephine joyce judith julia julie karen kate katherine kathleen laura leila linda lisa louise
    lucy lydia margaret maria marie martha mary maureen megan melissa michelle miriam molly monica nancy
    naomi natalie nicola nina nora olivia pamela patricia paula pauline penelope priya rachel rebecca rose
    ruth sally samantha sandra sara sarah sharon sheila shirley sonia sophia sophie stella stephanie susan
    suzanne sylvia tara teresa theresa tina tracey ursula valerie vanessa vera veronica victoria virginia
    wendy yasmin yvonne zoe""".split()
)
MEN = frozenset(
    """aaron abdul adam ahmed alan albert alexander alfred andrew anthony antonio arthur barry benjamin bernard
    boris brendan brian bruce carl carlos charles christopher clive colin craig daniel darren david dennis
    derek dmitri donald douglas duncan edgar edward edwin eric ernest frank frederick gareth gary geoffrey
    george gerald giovanni gordon graham gregory hamid harold harry hassan henry howard hugh ian ibrahim
    isaac ivan jack jacob james jason jeffrey jeremy joel john jonathan jose joseph joshua juan julian keith
    kenneth kevin khalid larry lars lawrence leonard leroy louis luis malcolm marcus mario mark martin
    matthew michael miguel mikhail mohamed mohammed muhammad nathan neil nicholas nigel oliver omar oscar
    owen patrick paul pedro peter philip pierre rajesh ralph raymond richard robert roger roland ronald roy
    russell samuel sanjay scott sean sergei simon stanley stefan stephen steven stuart terence thomas
    timothy tony trevor victor vincent vladimir walter wayne william yusuf""".split()
)
