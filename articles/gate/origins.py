"""What readers see where a check holds, and the law or code it comes from: {id or module: (what readers see, origin)}.

The numbers and lists that a check goes by are rules of the profile, each with its own citation; here stands what the
check as such comes from. An id that is not listed has what is said of its module.
"""

ORIGINS = {
    "anonymity": (
        "Wording and reason, beside the source",
        "IPSO Editors' Code clauses 1 and 14; SPJ Code of Ethics: anonymity for good reason, explained",
    ),
    "attribution": (
        "The list of sources",
        "IPSO Editors' Code clause 1 (accuracy); SPJ Code of Ethics: identify sources clearly",
    ),
    "attribution.B001": (
        "Nothing",
        "The agreement with the source; IPSO Editors' Code clause 14 (a moral obligation to protect sources)",
    ),
    "attribution.B002": (
        "Nothing",
        "The agreement with the source; IPSO Editors' Code clause 14; Contempt of Court Act 1981 s. 10",
    ),
    "care": (
        "Content note before picture and text, helplines after it",
        "Dart Center, Reporting on Sexual Violence; WHO, Preventing suicide: a resource for media professionals",
    ),
    "care.C004": (
        "Nothing",
        "IPSO Editors' Code clause 5; WHO, Preventing suicide: a resource for media professionals",
    ),
    "changes": (
        "The note of a correction or update",
        "IPSO Editors' Code clause 1(ii): corrected promptly and with due prominence",
    ),
    "claims": (
        "“How we know this” in the text",
        "IPSO Editors' Code clause 1 (accuracy); Defamation Act 2013 ss. 2 and 4",
    ),
    "claims.C005": (
        "The date of the check",
        "Professional practice: whoever writes does not check",
    ),
    "clearance": (
        "Nothing",
        "Contempt of Court Act 1981; Children and Young Persons Act 1933 s. 49; Bloomberg LP v ZXC [2022] UKSC 5",
    ),
    "clearance.B001": (
        "Nothing",
        "Sexual Offences (Amendment) Act 1992 ss. 1 and 5",
    ),
    "embargo": (
        "The story, once the hour has come",
        "The agreement with whoever gave the material",
    ),
    "essentials": (
        "The story as a whole",
        "schema.org NewsArticle; House practice: every piece has a headline, a section and an author",
    ),
    "fairness": (
        "The label of the type of work",
        "IPSO Editors' Code clause 1(iv): comment, conjecture and fact apart; IFJ Global Charter of Ethics art. 2",
    ),
    "fairness.A001": (
        "Nothing",
        "Dart Center, Reporting on Sexual Violence; IPSO Editors' Code clauses 5, 7, 11 and 12",
    ),
    "identity": (
        "Nothing",
        "IPSO Editors' Code clauses 6, 7, 9 and 11; UN Convention on the Rights of the Child art. 16;"
        " Sexual Offences (Amendment) Act 1992 s. 1",
    ),
    "jurisdiction": (
        "Nothing",
        "House practice: rules of law are reviewed by a lawyer of the place",
    ),
    "language": (
        "The text",
        "House practice",
    ),
    "output.B001": (
        "Nothing",
        "House practice: nothing runs in a reader's browser but our own",
    ),
    "output.B002": (
        "Nothing",
        "Sexual Offences (Amendment) Act 1992 s. 1; orders of courts; the promise to a source",
    ),
    "people": (
        "The part each has, beside the name",
        "Defamation Act 2013 s. 1: to be mentioned is not to be accused; schema.org mentions and about",
    ),
    "people.C003": (
        "The court record among the sources",
        "Defamation Act 1996 s. 14: a report of proceedings is fair and accurate",
    ),
    "pictures": (
        "Credit and caption, alt text",
        "Copyright, Designs and Patents Act 1988 s. 77; WCAG 2.2, 1.1.1; IPTC Photo Metadata: Creator, Credit Line",
    ),
    "proceedings": (
        "The status of each count, with its date and when it was last checked",
        (
            "International Covenant on Civil and Political Rights art. 14(2); Contempt of Court Act 1981 "
            "s. 2; Defamation Act 2013 s. 2"
        ),
    ),
    "proceedings.B002": (
        "Nothing",
        "The order or statute that the restriction names; Contempt of Court Act 1981 ss. 4(2) and 11",
    ),
    "proceedings.C003": (
        "Who says so, in the text",
        "AP Stylebook, allege; Defamation Act 2013 s. 4",
    ),
    "proceedings.C004": (
        "How it ended, in the text",
        "IPSO Editors' Code clause 1; Contempt of Court Act 1981 Schedule 1",
    ),
    "quotations": (
        "Who speaks, in the text",
        "IPSO Editors' Code clause 1 (accuracy); SPJ Code of Ethics: never distort",
    ),
    "replies": (
        "A line on who was asked and what they answered",
        "IFJ Global Charter of Ethics art. 5; IPSO Editors' Code clause 1(iii); Defamation Act 2013 s. 4",
    ),
}
