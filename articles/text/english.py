"""English: the patterns by which a sentence shows who did what to whom."""

import re

_ANYWHERE = re.IGNORECASE

_AUX = (
    r"(?:was|were|is|are|am|be|been|being|get|gets|got|has|have|had|having|did|does|do|may|might|would|could|will|can"
    r"|should|shall|must|to|not|never|also|then|later|once|twice|already|still|since|soon|just|now|today|yesterday"
    r"|reportedly|goes|went|gone|back|stands|stood|remains|remained|himself|herself|[\w’']{2,20}n[’']t|\w{2,20}ly)"
)
_NO_PREPOSITION = (
    r"(?!(?:of|with|to|in|on|for|by|at|from|after|over|as|under|and|or|that|who|because|against|between"
    r"|how|why|when|where|whether|was|is|were|are|had|has|have|said|says)\b)"
)
_UP_TO_A_NAME = rf"(?:{_NO_PREPOSITION}[\w.’'-]+,?\s+){{0,7}}\Z"

# What stands between a name and a verb.
PASSIVE = re.compile(
    rf"\b(?:was|were|is|are|be|been|being|gets?|got|getting)(?:\s+{_AUX}\b){{0,3}}(?:\s+[a-z-]+)?\s*\Z", _ANYWHERE
)
TAIL = re.compile(
    rf"(?P<join>,?\s+(?:and|but|then|or|before|after|while|without|for|of|by)\b|,)?(?P<aux>(?:\s+{_AUX}\b){{0,6}})\s*\Z",
    _ANYWHERE,
)
PLACE_OF_ORIGIN = re.compile(r"\s+(?:of|from|in|at)\s+(?:the\s+)?[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)?,?\Z")
COMPANY = re.compile(r"\s+and\s+(?:his|her|their|an?|two|three|four|five|\w+\s+others?)(?:\s+[\w’'-]+){0,3}\Z")
PARENTHESIS = re.compile(
    r"^,\s(?:nicknamed|alias|(?:also |better )?known as|dubbed|real name)\s[“‘\"']?[^,“”\"]{1,40}[”’\"']?,(?=\s)"
    r"|^(?:,\s(?:\d|[a-z]+\sof\b|of\b|from\b|an?\b|the\b|who\b|whose\b|aged\b|then\b|now\b|his\b|her\b|their\b|one\b|[A-Z]"
    r"|(?:[a-z]+ed|born|set)\s(?:in|on|at|for|from|with|by|as|to)\b|on the other hand\b|however\b|meanwhile\b)"
    r"[^,;:“”\"]{0,120}){1,3},(?=\s)|\([^()]{1,120}\)|\s[–—][^–—]{1,120}[–—](?=\s)"
)
APPOSITION = re.compile(rf"(?:,\s\d{{1,3}})?,(?:\s+(?:one of(?: the| \w+)?|{_NO_PREPOSITION}[a-z-]+)){{0,4}}\s*\Z")
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_SPAN = r"(?:week|month|year|spring|summer|autumn|winter)"
WHEN = re.compile(
    rf",?\s(?:in the past|at the (?:time|weekend)|(?:on|last|this) {_DAY}(?: (?:morning|afternoon|evening|night))?"
    rf"|in (?:(?:early|late|mid)[ -])?(?:{_MONTH}(?: \d{{4}})?|\d{{4}})|on \d{{1,2}} {_MONTH}|on {_MONTH} \d{{1,2}}"
    rf"|(?:last|this|earlier this|later that) {_SPAN}|\w+ {_SPAN}s (?:ago|later))(?=[\s,])",
    _ANYWHERE,
)
SCARE_QUOTES = re.compile(r"\s['‘“\"]\Z")
BREAK = re.compile(r"[,;:“”\"]|\b(?:that|who|whom|whose|which|when|where|because|although|though|if|as)\b", _ANYWHERE)
DOING = re.compile(r"\b(?:of|for|by|after|before|with)\s+\Z")
SOMEBODY = re.compile(  # “duped by a man posing as …”
    r"\b(?:m[ae]n|wom[ae]n|people|persons?|gangs?|fraudsters?|thie(?:f|ves)|boys?|girls?|teenagers?|drivers?|someone"
    r"|somebody|strangers?|others)\s\Z"
)
NO_OWN_CLAUSE = re.compile(r"(?<!,)\s(?!(?:and|but|while|as|when|because|or|said|says|that)\s)[a-z]+\s\Z")
REPORTS = re.compile(r"\b(?:said|says|told|tells|claim|thought|thinks|believe|knew|knows|hope|fear|whose)")
WHO = re.compile(r"\bwho\b", _ANYWHERE)
SAYS_BEFORE = re.compile(
    r"\b(?:say|says|said|alleg\w+|claim\w*|believ\w+|told\s\w+|it was|it is)(?:\sthat)?\s(?:[A-Z][a-z]*\.?\s)?\Z"
)
SPEECH_OF = re.compile(r"\b(?:said|says|told|added|wrote|according to)\s(?:[\w’'-]+\s){0,4}\Z")
OF_A_RELATIVE = re.compile(r"\b(?:who|that|which)\s+(?:[a-z’'-]+\s+){1,4}(?:[A-Z][\w.]*\s+){0,2}\Z")
QUOTED = re.compile(r"[;:“”\"]")

# What stands ahead of a name: there it is nobody's subject.
PREPOSITION = re.compile(
    r"\b(?:of|with|against|to(?! show\b)|from|for|about|by|than|like|in|at|on|near|over|behind|between|including"
    r"|without|posing as|pretending to be)\s+"
    r"(?:(?!(?:which|whom|that|who|when|after|before|while)\b)(?:\d+-)?[a-z’'-]+\s+){0,6}(?:[A-Z][\w.]*\s+){0,3}\Z"
    r"|\balongside\s+(?:[\w’'-]+\s+){0,4}\Z"
)

_COURT_OFFICER = (
    r"(?:judge|recorder|magistrate|coroner|prosecutor|attorney|solicitor|barrister|lawyer|counsel|spokes\w+)"
)
OFFICIAL = re.compile(
    rf"\b(?i:{_COURT_OFFICER}|justice|sheriff|prosecuting|detective|det|insp\w*|supt|superintendent|sgt|sergeant"
    r"|constable|pc|dc|di|dci)[,.]?\s(?:[A-Z][\w.]*\s){0,2}\Z"
)
HIS_SOMEBODY = re.compile(r"\b(?i:his|her|their)\s(?:[a-z-]+\s){0,2}[a-z-]+,\s\Z")
IS_HIS_SOMEBODY = re.compile(r", (?:his|her|their)\s(?:[a-z-]+\s){0,2}[a-z-]+,")
OFFICIAL_AFTER = re.compile(
    r"(?: [KQ]C)?,? (?:(?:who is )?(?:prosecuting|defending|mitigating|representing)\b"
    r"|for the (?:prosecution|defence|defense|crown)\b"
    rf"|(?:an?|the|his|her|their|its)? ?(?:[a-z-]+ ){{0,2}}{_COURT_OFFICER}\b)"
)
OF_A_BODY = re.compile(  # “Harbour Bank chief executive Ada Field”
    r"\s(?:(?:chief|former|senior|vice|deputy|general|managing|finance|sales|regional)[ -]){0,2}"
    r"(?:executives?|boss(?:es)?|founders?|owners?|directors?|chair\w*|presidents?|managers?|head|spokes\w+|officers?|traders?|workers?|staff"
    r"|employees?|customers?|clients?|coach|captain|players?|striker|trustees?|teachers?|pupils?|students?|doctors?)\b"
)
BY = re.compile(r"\bby\s+(?:[\w’'-]+\s+){0,4}\Z")

# What makes a name the subject of a noun: “is a murderer”, “faces allegations”, “leading to accusations”.
PREDICATE = re.compile(
    r"(?=.*\b(?:is|was|are|were|be|been|being|as|became|becomes|remains|remained|called)\b)"
    r"(?:\s+(?:is|was|are|were|be|been|being|has|have|had|not|never|as|became|becomes|remains|remained|called"
    r"|found|to|understood|believed|thought|considered|regarded|known|also|still|indeed|a|an|the|one|of|two|now|him|her|\w{2,20}ly))*(?:\s+(?!(?:of|for|by|to|in|on|at|with|against|from|who|that)\b)[a-z’'-]{1,20}){0,2}\s*\Z"
)
FACES = re.compile(
    r"\b(?:fac(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|dogged by|hit (?:by|with)"
    r"|(?:over|amid|on|under)(?!\s(?:\w+day|[A-Z]))|fight(?:s|ing)?|fought|admit(?:s|ted)?|contest(?:s|ed)?"
    r"|rebut(?:s|ted)?|address(?:es|ed)?|serv(?:es|ed|ing)|receiv(?:es|ed)|got|given|handed|accept(?:s|ed)"
    r"|return(?:s|ed)|enter(?:s|ed)|respon(?:ds|ded|ding) to|pending|awaiting|awaits)\b(?:\s+[\w’'-]+){0,4}\s*\Z",
    _ANYWHERE,
)
LEADS_TO = re.compile(r"\b(?:leading|led|prompting|sparking|drawing|raising|fuelling|fueling|inviting)(?: to)?\s*\Z")
_CONDUCT = (
    r"(?:letters?|acts?|actions?|decisions?|silence|support|behaviou?r|conduct|statements?|words|comments?|remarks?"
    r"|motives?|intentions?|involvement|response|apology|video|posts?|tweets?)"
)
CONDUCT = re.compile(rf"\s+(?:\w+\s+){{0,2}}{_CONDUCT}\b")
CONDUCT_OF = re.compile(rf"\b{_CONDUCT}\s+(?:of|by|from)\s+\Z")

# What stands between a term and the name after it.
BEFORE_A_NAME = re.compile(r"\s+(?:[A-Z][\w.’'-]*\s+){0,2}\Z")
APPOSED = re.compile(r",\s+\Z")
ADJECTIVE_BEFORE_A_NAME = re.compile(rf"(?:\s+{_NO_PREPOSITION}[a-z-]+){{1,4}}\s+(?:[A-Z][a-z]*\.?\s+){{0,1}}\Z")
ADJECTIVES = frozenset("convicted suspected alleged accused disgraced shamed jailed banned suspended arrested".split())
ROLE_BEFORE_A_NAME = re.compile(r"\s+(?:[a-z-]+\s+){1,3}\Z")
DONE_BY = re.compile(r"\bby\Z", _ANYWHERE)
_TITLED = r"(?:[A-Z][a-z]*\.?\s+){0,2}"
_SOMEBODY_CALLED = rf"(?:(?:an?|the|his|her|their|its)\s+(?:[a-z-]+\s+){{0,4}}[a-z-]+,\s+)?{_TITLED}"
BY_A_NAME = re.compile(rf"\s+(?:(?:(?:an?|the|his|her|their)\s+)?(?:[a-z-]+\s+){{0,3}}{_TITLED}|{_SOMEBODY_CALLED})\Z")
_NAMED = r"(?:later\s|since\s|also\s|locally\s|formally\s)*(?:named|identified)(?:\s\w+){0,3}\sas"
IDENTIFIED = re.compile(
    rf"(?:\s+(?:was|is|were|are)|,?(?:\s(?:was|is|has\sbeen))?\s{_NAMED})\s+(?:\d+-year-old\s)?{_TITLED}\Z"
)
FRONTED = re.compile(rf"[^,;:“”\"]{{0,100}},\s(?:the\s)?(?:[a-z-]+\s){{0,3}}{_TITLED}\Z")
BEGINS = re.compile(
    r"\A[“\"‘]?(?:(?:having(?:\s\w+ly)?|first|once|twice|now|already|also|after|before|since|despite|\w+ly)\s)?"
    r"(?:being\s|having\s)?\Z",
    _ANYWHERE,
)
ONE_OF_THOSE = re.compile(
    r"\b(?:man|woman|person|teenager|driver|suspect|officer|teacher|nurse|doctor|player|official|one|mother|father)\s\Z"
)
IS_A_NAME = re.compile(
    rf"[^;:“”\"]{{0,120}}?\s(?:is|was)\s(?:(?:an?|the)\s(?:[a-z-]+\s){{0,3}}[a-z-]+,?\s)?{_TITLED}\Z"
)
THOSE = re.compile(r"\b(?:those|others|people|suspects|directors|officers|officials|players|men|women)\s\Z", _ANYWHERE)
INCLUDE = re.compile(rf"[^,;:“”\"]{{0,60}}?,?\sinclud(?:e|es|ed|ing)\s(?:the\s)?(?:[a-z-]+\s){{0,3}}{_TITLED}\Z")
GAP_BEFORE = re.compile(r"[^;:“”\"]{1,80}?(?:,? and|,? while|;) (?:[A-Z][a-z]*\. )?\Z")
GAP_AFTER = re.compile(r"(?:, \d{1,3},)?,? (?:for|with|to|of|over)\s(?!the\s(?:first|second))")
GAPPING = re.compile(r"\b(?:for|with|to|of|over)\Z")
DOGS = re.compile(
    r"\s(?:(?:have|has|had)\s)?(?:long\s|since\s)?(?:dogged|plagued|rocked|hit|engulfed|surrounded|followed|haunted)\s"
    rf"{_TITLED}\Z"
)
APPEARED = re.compile(
    r"\A,?(?:\s\w+){0,3}?\s(?:appear(?:s|ed|ing)?|stood|stand|stands|came|went|go|(?:was|were) brought|(?:is|was) back"
    r"|returned)\b[^,;:“”\"]{0,60}\Z"
)
TAKES = re.compile(
    r"\b(?:took|taken|taking|takes|accept\w*|receiv\w*|solicit\w*|demand\w*|paid|pays|paying|offered|sent|sends|spent|spends)\b"
)
OF_A_VICTIM = re.compile(
    r"\b(?:victims?|kill\w*|murder\w*|dead|died|death|body|stabb\w*|injur\w*|attack\w*|rap(?:ed|ing))\b"
)
SUFFERS = re.compile(
    r"\s(?:was|were|is|had been|has been|have been|being|got)\s(?:\w+ly\s)?"
    r"(?!(?:involved|linked|implicated|connected|intoxicated|motivated|aimed|employed)\b)(?:\w{3,}ed|beaten|hit|shot)\b"
)
OF_SOMETHING_ELSE = re.compile(r"\b(?:to|for|by|from|with|murder|killing|death|rape|is|are|was|were|has|have|had)\b")
ARREST_OF = re.compile(r"[’']s? (?:arrest|extradition)\b")
VERDICT_FIRST = re.compile(r":\s+\Z")
HIS_DOING = re.compile(r"[’']s?\s+\Z")
DONE_TO = re.compile(r"\s+of\b")
PERFECT = re.compile(r"\b(?:had|has|have|having)\s(?:\w+ly\s)?\Z")
HARM_AGAINST = re.compile(
    r"\b(?:threats?|attacks?|assaults?|crimes?|violence|plots?|abuse|offences?|protests?|discrimination)\s"
    r"(?:\w+\s){0,2}against\b"
)
WHOM = re.compile(r"\b(?:whom|who|that|which)\s+\Z")
SAID_TO_BE = re.compile(
    r"(?:\b(?i:his|her|their|an?|the)\s+(?:[a-z-]+\s+){0,3}|[’']s?\s(?:[a-z-]+\s){0,3})[a-z-]+,\s+\Z"
)
CLOSED = re.compile(r",\s+(?:an?|the|his|her|their|\d)[^,]{0,60},\Z")
AND_HIS = re.compile(r"\s+and\s+")
THE_ONE_WHO = re.compile(r",\s+(?:an?|the)\s+(?:(?!of\b)[A-Za-z-]+\s+){1,4}\Z")
OWNED = re.compile(r"[’']s?\s+\Z")
CALLING = re.compile(
    r"\b(?:(?:call|brand|label|dub|nam|describ|denounc)(?:s|es|ed|led|bed|ing|ling)?|identif(?:y|ies|ied|ying)|describ(?:e|es|ed|ing))\s+\Z",
    _ANYWHERE,
)
CALLED = re.compile(r"\s+(?:as\s+)?[“‘\"']?(?:an?|the|his|her|their)\s+(?:[a-z-]+\s+){0,2}\Z")
SAID_OF_THE_LAST = re.compile(r",\s(?:an?|the)\s(?:[a-z-]+\s){0,2}\Z")
AMONG = re.compile(r"\b(?:among (?:those|the \w+)|also)\s\Z", _ANYWHERE)
LISTED = re.compile(r"(?:\s(?:or|and)\s[a-z]+)?\s(?:is|are|was|were)\s(?:[a-z-]+\s){0,4}(?:[A-Z][a-z]+\s){0,2}\Z")
IS_NAMING = re.compile(r"\A(?:nam|identif)", _ANYWHERE)
SPEAKS = re.compile(
    r",?\s(?:said|says|told|added|wrote|announced|confirmed|argued|claimed|called|asked|insisted|tweeted|noted|stated)\b"
)
AS_A_NAME = re.compile(r"\bas\s+(?:[\w-]+\s){0,2}\Z")
NAMED_AS = re.compile(
    rf"[^;:.“”\"]{{0,80}}?(?:,|\s(?:is|was|has\sbeen|were|have\sbeen))\s{_NAMED}\s+(?:[\w-]+\s){{0,2}}\Z"
)
TO_A_NAME = re.compile(rf"\s+{_UP_TO_A_NAME}")
OBJECT = re.compile(rf"\s+(?:that\s+)?{_UP_TO_A_NAME}")
OBJECT_IN_APPOSITION = re.compile(
    r"\s+(?:[^,;:.“”\"]{1,60}\s(?:and|as well as)\s)?(?:the|an?|its|his|her|their)\s"
    r"(?:(?!(?:in|at|near|from|who|after|over|on)\b)[\w’'-]+\s){0,7}[\w’'-]+,\s(?:[A-Z][a-z]*\.?\s){0,2}\Z"
)
_KNOWN_AS = r"(?:[\w-]+\s+){0,4}(?:identified|named)\s+as\s+"
AGAINST = re.compile(rf"[^;:.“”\"]{{0,80}}?\b(?:against|about|involving|surrounding)\s+(?:{_KNOWN_AS})?{_UP_TO_A_NAME}")
ONLY_AGAINST = re.compile(rf"[^;:.“”\"]{{0,80}}?\bagainst\s+{_UP_TO_A_NAME}")
OF = re.compile(rf"\s+of\s+{_UP_TO_A_NAME}")
POST = re.compile(r"[’']s?\s(?:[a-z-]+\s){0,3}[a-z-]+,?\s\Z")  # “the firm’s director, …”
AGENT = re.compile(rf"[^;:,.“”\"]{{0,60}}?\bby\s+(?:(?:{_NO_PREPOSITION}[\w.’'-]+\s+){{0,5}}|{_SOMEBODY_CALLED})\Z")

# What stands after a verb.
_AT, _OVER = r"at(?!\s(?:least|most)\b)", r"over(?!\s[\d£$€])"  # “murdered at least ten women”, “stole over £900”
WITH_OBJECT = re.compile(
    rf"\s+(?!(?:of|with|to|in|on|for|by|{_AT}|from|after|{_OVER}|as|under|and|or|but|against|while)\b)[\w£$€]",
    _ANYWHERE,
)
NO_OBJECT = re.compile(
    rf"\s*(?:\Z|[.,;:!?)”\"]|(?:wide|{_OVER}|home|high|low|straight|early|late|off|back|past|just|into|against|in|{_AT}|by|on|during|near|after|outside|inside|while|with|when|and|for|of|from|to|as|last|this"
    r"|yesterday|today|dead|alive|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)",
    _ANYWHERE,
)

# What a term is.
NOUN_OF = re.compile(
    r"(?:convictions?|guilty pleas?|sentenc(?:e|es|ing)|jailing|imprisonment|acquittal|arrest|trial|prosecution|guilt"
    r"|motives?|intentions?|hypocrisy|complicity|retrial|indictment|exoneration)\Z",
    _ANYWHERE,
)
ENDS_OPEN = re.compile(r"\b(?:of|for|over|with|in|by|on|against|to|about)\Z", _ANYWHERE)
LEADS_TO_A_NAME = re.compile(
    r"\b(?:against|(?:arrests?|prosecution|trial|extradition|impeachment|indictment|guilt|assets) of"
    r"|(?:warrants?|issued|notice|manhunt) for|(?:blamed?|fell|imposed|sanctions) on|surrounding|involving|engulfing"
    r"|wants? to (?:speak to|question|trace)|keen to speak to|are hunting|police hunt)\Z",
    _ANYWHERE,
)
ASKS_FOR_A_NAME = re.compile(r"(?<!guilty)\s(?:of|in|at)\Z|\bhands of\Z", _ANYWHERE)
MADE_BY_ITS_OWNER = re.compile(r"\b(?:allegations?|accusations?|claims?|complaints?|suspicions?|lawsuit)\b", _ANYWHERE)
DETERMINER = re.compile(r"\b(?:an?|the|this|that|his|her|their)\s+\Z", _ANYWHERE)
LISTED_AFTER = re.compile(r"[^;:.“”\"]{0,60}?(?:\s[–—-]|:)\s(?:[A-Z][a-z]+\.?\s){0,2}\Z")
PREDICATES = (
    "guilty", "under", "on ", "in ", "being ", "fac", "plead", "pled", "stand", "serv", "person of", "lost ", "will ",
    "plan", "intend", "settled", "enter", "appear before", "appear in", "appear at",
)  # fmt: skip
OF_ONESELF = (
    "rejects ", "rejected ", "rejecting ", "reject ", "denies ", "denied ", "denying ", "deny ",
    "admits ", "admitted ", "admitting ", "admit ",
)  # fmt: skip
BY_ITS_SUBJECT = frozenset(  # “Field sued in Austria”, “Field was sued”; “Field, prosecuting, said”
    "sued suing prosecuting investigating accusing charging allege alleges alleging".split()
)
NOUN_PHRASE = re.compile(r"\s(?:sentences?|terms?|orders?|bans?|cautions?|suspensions?|convictions?)\Z", _ANYWHERE)
INTRANSITIVE = frozenset("doped spied leaked lied cheated stole stealing cheating".split())
IRREGULAR = frozenset(
    """spat bet got ran sent made hid sold underpaid threw kept dealt bought drove shot struck stole beat slew hit hurt
    slain beaten stolen broke lied took taken held given put sent found pled pleads allege alleges misspent
    spent""".split()
)


# Wordings of their own: what is looked into, given, led by or included.
WITH_AN_AUXILIARY = ("is ", "was ", "are ", "were ", "has ", "had ")
WITH_A_GAP = frozenset("criticised criticized ordered struck stripped strip quiz grill grilled".split())
INTO = re.compile(r"\b(?:investigations?|inquiry|probe|looking) into\Z", _ANYWHERE)
INTO_A_NAME = re.compile(
    r"\s+(?:(?:the|its|his|her|their|former|ex-\w+|then|fellow|local|alleged|suspected)\s+)*"
    rf"(?:[a-z-]+\s+){{0,2}}{_TITLED}\Z"
)
MISSING = re.compile(r"\b(?:missing|dead|murdered|late|how|why|whether|what|claims?|allegations?|reports?)\b")
THEIR_DEALINGS = re.compile(
    r"[’']s? (?:\w+ ){0,2}(?:expenses|finances|affairs|conduct|behaviou?r|dealings|links|actions|tax(?:es)?|donations"
    r"|handling|treatment of|accounts|business|companies|role|campaign|claims|contracts|gifts|spending|use of)\b"
)
_A_NAME_AFTER_ITS_NOUN = rf"(?:the\s)?(?:[a-z-]+\s){{0,4}}{_TITLED}"
HAS = re.compile(r"\s+(?:has|had|have)\s+(?:[\w-]+\s+){0,3}\Z")
GIVES = re.compile(rf"\b(?:handed|gave|gives|hands|dealt)\s{_A_NAME_AFTER_ITS_NOUN}\Z")
A_PENALTY = re.compile(r"\s+an?\s(?:[\w-]+[\s-]){0,3}\Z")
ONE_OF = re.compile(r"\s(?:is|was|are|were|being)\s(?:also\s)?(?:one of|among)\s(?:the\s)?(?:[\w-]+\s){1,3}\Z")
INCLUDED = re.compile(rf"\b(?:including|among them)\s{_A_NAME_AFTER_ITS_NOUN}\Z")
AND_AMONG_THEM = re.compile(rf"[^;:“”\"]{{0,60}}?, (?:including|among them)\s{_A_NAME_AFTER_ITS_NOUN}\Z")
ARREST_ON_A_DAY = re.compile(rf"\s(?:on|in|last|this)\s[\w ]{{2,25}}\sof\s{_A_NAME_AFTER_ITS_NOUN}\Z")
APPOSED_TO_A_NOUN = re.compile(r"(?:\s[a-z-]+){1,3},\s+\Z")
AS_THE_ONE = re.compile(r"\s+as the (?:man|woman|one|person)\s\Z")
OF_A_TAKER = re.compile(r"\b(?:in|of)\s.*\b(?:bribes|kickbacks|messages|money|taxpayers)\Z", _ANYWHERE)

# Who says it, and whether it is denied or undone.
SAYING = frozenset("allege alleges alleged alleging charged".split())
CLAIMED = re.compile(r"(?:allegations?|accusations?|suspicions?)\Z", _ANYWHERE)
SAYS_THAT = re.compile(r",?\s+that\b")
COUNT_OF = re.compile(r"\b(?:cases?|charges?|counts?|claims?|complaints?|reports?|findings?)\s+of\s+\Z", _ANYWHERE)
NAMES_WHOM = re.compile(r"(?:\s+of\s+(?:an?\s+|the\s+)?\w+)?\s+against\s")
ANSWERED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?)\s+(?:(?:the|all|any)\s+)?(?:claims?|allegations?|accusations?)\s+"
    r"(?:that\s+)?(?:he|she|they)\s+(?:had\s+|has\s+)?\Z|"
    r"\b(?:admit(?:s|ted|ting)?|den(?:y|ies|ied|ying))\s+(?:(?!that\b|he\b|she\b|they\b|it\b|to\b)[\w-]+\s+){0,3}?"
    r"(?:(?:counts?|charges?|offences?|allegations?|accusations?|claims?)\s+of\s+)?\Z",
    _ANYWHERE,
)
IT_IS = re.compile(r"\b(?:is|was|are|were|been|be|being)(?:\s+[a-z]+)?\s+\Z", _ANYWHERE)
ONLY_A_CASE = re.compile(r"\b(?:charges?|case|complaint|claim|lawsuit|proceedings|action) against\Z", _ANYWHERE)
DROPPED = re.compile(
    r"[^;:]{0,100}?\b(?:was|were|been|be)\s(?:\w+ly\s)?"
    r"(?:dropped|dismissed|withdrawn|discontinued|thrown out|struck out)\b"
)
UNDOES = re.compile(
    r"won (?:his|her|an|their) appeal|freed on appeal|quash|overturn|set aside|exonerat|miscarriage|wrong", _ANYWHERE
)
CHARGED_WITH = re.compile(r"\b(?:by|of|for)\s+\Z", _ANYWHERE)
BUT = re.compile(r"\bbut\b")

# “Police arrest Odo Lamb”: a verb of the present, which could be a noun, and what stands before the noun.
PRESENT = frozenset(
    "arrest arrests charge charges sue sues jail jails detain detains indict indicts prosecute prosecutes"
    " arraign arraigns fine fines ban bans suspends expels sacks sanctions investigates".split()
)
NO_VERB_AFTER = re.compile(
    r"(?:\A|[^\w\s]|[’']s|s[’']|\b(?:an?|the|this|that|these|those|his|her|their|its|my|our|no|all|any|more|new|further|fresh"
    r"|several|many|two|three|four|five|\d+|criminal|formal|federal|false|mass|house|multiple|of|with|against|to|from|for"
    r"|about|by|in|at|on|near|over|behind|after|before|since|under|without|outside|inside|into|during|following|despite"
    r"|fac(?:e|es|ed|ing)|den(?:y|ies|ied)|drop(?:s|ped)?|left|leaves|avoid(?:s|ed)?|will|would|could|should|must|may|might"
    r"|can|cannot|never|not|or|[\w’']{2,20}n[’']t))\s+\Z",
    _ANYWHERE,
)
OBJECT_OF_PRESENT = re.compile(rf"\s+(?:{_NO_PREPOSITION}[\w.’'-]+\s+){{0,4}}\Z")

# Words that stand for people, and what binds their names.
HE = frozenset("he him his himself".split())
SHE = frozenset("she her herself".split())
_HIS_KIN = r"(?i:husband|father|brother|son|boyfriend|man|boy|actor|uncle|nephew|grandfather)"
_HER_KIN = r"(?i:wife|mother|sister|daughter|girlfriend|woman|girl|actress|widow|aunt|niece|grandmother)"
MAN = re.compile(rf"\b(?:(?:Mr|Sir|Lord)\.?|{_HIS_KIN}(?P<apposed>,)?)\s(?:[A-Z][\w.]*\s)?\Z")
WOMAN = re.compile(rf"\b(?:(?:Mrs|Ms|Miss|Dame|Lady|Baroness)\.?|{_HER_KIN}(?P<apposed>,)?)\s(?:[A-Z][\w.]*\s)?\Z")
PRONOUN = re.compile(
    r"\b(?:(?P<one>he|she|him|his|her|himself|herself|the (?:actor|actress|singer|producer|comedian|rapper|novelist"
    r"|businessman|businesswoman|footballer)(?! (?-i:[A-Z])))"
    r"|(?P<many>they|their|them|themselves|the (?:couple|pair|duo|two|husband and wife|spouses|brothers|sisters|twins"
    r"|siblings|parents|both)(?! (?-i:[A-Z]))|both))\b(?!-)",
    _ANYWHERE,
)
_AGE_AND_PLACE = r"(?:,? \(?\d{1,3}\)?|, aged \d+)?(?:,? (?:of|from) (?:the )?[A-Z][^,;:.“”\"]{1,60})?"
COORDINATION = re.compile(
    rf"{_AGE_AND_PLACE},? (?:and|&|along with|alongside|together with) (?:the Rev\.? |[A-Z]\w*\.? )?"
    r"(?:(?:former|fellow) (?:[a-z-]+ ){1,4})?(?P<role>(?:[a-z’'-]+,? ){0,4})\Z"
)
LIST_COMMA = re.compile(rf"{_AGE_AND_PLACE}, (?:the )?(?:[A-Z][a-z]*\. )?\Z")
_NO_AGENT = r"(?:later|after|over|under|her|other|another|further|either|never|rather)"
AGENT_NOUN = re.compile(rf"(?!{_NO_AGENT}\Z).*(?:er|or|ist|man|woman)\Z")
DESCRIBED_LIST = re.compile(r",? (?:an?|the) [^,;:.“”\"]{3,80},? (?:along with|alongside|together with) \Z")
