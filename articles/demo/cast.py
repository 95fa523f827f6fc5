"""Who is who in the demo newsroom: sections, authors, people, organisations, tags. All invented."""

# Tables, an entry a line.
# fmt: off

NEWSROOM = {"name": "The Veremouth Lantern", "tagline": "News of the city and the coast"}

SECTIONS = [
    {"slug": "city", "name": "City", "description": "The council, schools, hospitals, homes and streets of Veremouth."},
    {"slug": "courts", "name": "Courts", "description": "What is decided in the courts and tribunals of the Saltern Coast, and how we know it."},
    {"slug": "coast", "name": "Coast", "description": "The sea, the cliffs and the country behind them: weather, wildlife, energy and the people who live by them."},
    {"slug": "business", "name": "Business", "description": "The port, the high street, and the firms that pay the city’s wages."},
    {"slug": "culture", "name": "Culture", "description": "Music, books, theatre, museums and arguments about all of them."},
    {"slug": "sport", "name": "Sport", "description": "Veremouth Athletic, the river crews, and everyone who turns out on a wet Saturday."},
]

AUTHORS = [
    {"slug": "nell-hathersage", "name": "Nell Hathersage", "job_title": "City correspondent", "email": "nell.hathersage@example.org", "biography": "Nell Hathersage has covered Veremouth City Council since 2014 and has missed two full meetings, both for weddings. She grew up in Larkfield."},
    {"slug": "anwen-sadiq", "name": "Anwen Sadiq", "job_title": "Health and schools reporter", "email": "anwen.sadiq@example.org", "biography": "Anwen Sadiq reports on hospitals, schools and housing. Before she became a journalist she taught chemistry for six years."},
    {"slug": "idris-penvarne", "name": "Idris Penvarne", "job_title": "Courts reporter", "email": "idris.penvarne@example.org", "biography": "Idris Penvarne reports from Veremouth Crown Court and the tribunals. He trained as a solicitor and keeps shorthand notes of every hearing he covers."},
    {"slug": "sunniva-aldous", "name": "Sunniva Aldous", "job_title": "Environment editor", "email": "sunniva.aldous@example.org", "biography": "Sunniva Aldous writes about the coast, the climate and the sea. She is a qualified, if unhurried, small-boat sailor."},
    {"slug": "kofi-brathwell", "name": "Kofi Brathwell", "job_title": "Business editor", "email": "kofi.brathwell@example.org", "biography": "Kofi Brathwell reads the accounts of local companies so that readers need not. He joined the Lantern in 2011 from a trade paper for shipbrokers."},
    {"slug": "marguerite-tansley", "name": "Marguerite Tansley", "job_title": "Chief critic", "email": "marguerite.tansley@example.org", "biography": "Marguerite Tansley has reviewed music, theatre and books for the Lantern for twenty-six years. She pays for her own interval drinks."},
    {"slug": "devan-kalloor", "name": "Devan Kalloor", "job_title": "Sports writer", "email": "devan.kalloor@example.org", "biography": "Devan Kalloor follows Veremouth Athletic home and away, and rowing, swimming and running when he is allowed out."},
    {"slug": "bridie-carrow", "name": "Bridie Carrow", "job_title": "Columnist", "email": "bridie.carrow@example.org", "biography": "Bridie Carrow writes a weekly column about life in the city. She was a bus driver for nine years and a novelist for one."},
    {"slug": "tobin-astley", "name": "Tobin Astley", "job_title": "Guest writer", "email": "", "biography": "Tobin Astley was a pilot in the port of Veremouth until 2019. He now mends clocks, and is asked about ships."},
]

PEOPLE = [
    # City hall and government
    {"key": "amory", "name": "Ruth Amory", "also_known_as": ["Mayor Amory"], "description": "Mayor of Veremouth, in her second term", "page_reason": "Holds the city’s highest elected office; her decisions are reported every week."},
    {"key": "sparr", "name": "Gideon Sparr", "also_known_as": ["Cllr Sparr"], "description": "Leader of the opposition on Veremouth City Council", "page_reason": "Leads the opposition group; his votes and statements are of lasting public interest."},
    {"key": "farrant", "name": "Leila Farrant", "also_known_as": ["Cllr Farrant"], "description": "Chair of the council’s harbour committee", "page_reason": "Chairs the committee that oversees the city’s largest public asset."},
    {"key": "ashdene", "name": "Conrad Ashdene", "also_known_as": [], "description": "Minister for ports and coasts", "page_reason": "A minister of the national government with direct responsibility for the port and the sea defences."},
    {"key": "mallon", "name": "Priya Mallon", "also_known_as": [], "description": "Director of transport, Veremouth City Council", "page_reason": ""},
    {"key": "tredale", "name": "Owen Tredale", "also_known_as": [], "description": "Chief executive, Veremouth City Council", "page_reason": ""},
    {"key": "winstrop", "name": "Polly Winstrop", "also_known_as": [], "description": "Chair of the Ropewalk Tenants’ Association", "page_reason": ""},
    {"key": "yarde", "name": "Samuel Yarde", "also_known_as": [], "description": "Head teacher of Netherby Community School", "page_reason": ""},
    {"key": "brockwell", "name": "Dr Nadia Brockwell", "also_known_as": ["Nadia Brockwell"], "description": "Medical director, Saltern Coast Hospitals Trust", "page_reason": ""},
    # Courts
    {"key": "leckwith", "name": "Judge Marian Leckwith", "also_known_as": ["Marian Leckwith"], "description": "Resident judge at Veremouth Crown Court", "page_reason": ""},
    {"key": "toll", "name": "Judge Everard Toll", "also_known_as": ["Everard Toll"], "description": "Circuit judge sitting at Veremouth", "page_reason": ""},
    {"key": "attwater", "name": "Jerome Attwater", "also_known_as": [], "description": "Barrister", "page_reason": ""},
    {"key": "balfrey", "name": "Catrin Balfrey", "also_known_as": [], "description": "Barrister", "page_reason": ""},
    {"key": "pryke", "name": "Leonard Pryke", "also_known_as": [], "description": "Former treasurer of Saltern Inshore Rescue", "page_reason": ""},
    {"key": "cawdell", "name": "Martin Cawdell", "also_known_as": [], "description": "Convicted at Veremouth Crown Court", "page_reason": ""},
    {"key": "dunmarsh", "name": "Peter Dunmarsh", "also_known_as": [], "description": "Master of the barge Marigold", "page_reason": ""},
    {"key": "fairweather", "name": "Ines Fairweather", "also_known_as": [], "description": "Stallholder in the Corn Market", "page_reason": ""},
    {"key": "osei-lund", "name": "Esther Osei-Lund", "also_known_as": [], "description": "Crane operator", "page_reason": ""},
    # Port, work and money
    {"key": "solvarre", "name": "Inga Solvarre", "also_known_as": [], "description": "Chief executive of the Port of Veremouth", "page_reason": "Runs the city’s largest employer, which is publicly owned."},
    {"key": "harkaway", "name": "Denise Harkaway", "also_known_as": [], "description": "Branch secretary, Harbour Workers’ Union", "page_reason": ""},
    {"key": "renk", "name": "Tobias Renk", "also_known_as": [], "description": "Managing director of Skarn Wind", "page_reason": ""},
    {"key": "illing", "name": "Dr Farouk Illing", "also_known_as": ["Farouk Illing"], "description": "Economist at the University of Veremouth", "page_reason": ""},
    {"key": "oyelle", "name": "Magda Oyelle", "also_known_as": [], "description": "Baker; founding member of the Fish Street Bakery co-operative", "page_reason": ""},
    {"key": "dray", "name": "Fergus Dray", "also_known_as": [], "description": "Operations director of Ormsey Ferries", "page_reason": ""},
    # Coast
    {"key": "kirrane", "name": "Dr Esme Kirrane", "also_known_as": ["Esme Kirrane"], "description": "Coastal geomorphologist at the University of Veremouth", "page_reason": "The scientist most often consulted by public bodies on this coast; quoted in many of our stories."},
    {"key": "pellarin", "name": "Jonah Pellarin", "also_known_as": [], "description": "Skipper; chair of the Saltern Fishermen’s Co-operative", "page_reason": ""},
    {"key": "storr", "name": "Callum Storr", "also_known_as": [], "description": "Warden of Carrack Light", "page_reason": ""},
    {"key": "noll", "name": "Beatrix Noll", "also_known_as": [], "description": "Farmer at Thornsea; parish council chair", "page_reason": ""},
    # Culture
    {"key": "halden", "name": "Yusra Halden", "also_known_as": [], "description": "Principal conductor of the Veremouth Sinfonia", "page_reason": "Leads the city’s orchestra; reviewed and interviewed as a public artist."},
    {"key": "achterby", "name": "Rosalind Achterby", "also_known_as": [], "description": "Novelist, author of “The Tide Clerk”", "page_reason": ""},
    {"key": "oduya-kerr", "name": "Femi Oduya-Kerr", "also_known_as": [], "description": "Artistic director of the Sailmakers’ Theatre", "page_reason": ""},
    {"key": "quaile", "name": "Dorothy Quaile", "also_known_as": [], "description": "Owner of Tidewater Books", "page_reason": ""},
    {"key": "brandryth", "name": "Hal Brandryth", "also_known_as": [], "description": "Organ builder", "page_reason": ""},
    # Sport
    {"key": "ulverby", "name": "Graham Ulverby", "also_known_as": [], "description": "President of Veremouth Athletic Football Club", "page_reason": "Heads the club that more people in the city follow than any other institution."},
    {"key": "teague", "name": "Marisol Teague", "also_known_as": [], "description": "Manager of Veremouth Athletic", "page_reason": ""},
    {"key": "ferris-holt", "name": "Kwame Ferris-Holt", "also_known_as": [], "description": "Forward, Veremouth Athletic", "page_reason": ""},
    {"key": "corran", "name": "Ailsa Corran", "also_known_as": [], "description": "Open-water swimmer", "page_reason": ""},
]

ORGANIZATIONS = [
    {"key": "council", "name": "Veremouth City Council", "also_known_as": ["the city council"], "description": "The local authority for the city of Veremouth", "page_reason": "The public body our readers most often ask about."},
    {"key": "port", "name": "Port of Veremouth", "also_known_as": ["the port"], "description": "Publicly owned port company", "page_reason": "The city’s largest employer, owned by its council."},
    {"key": "trust", "name": "Saltern Coast Hospitals Trust", "also_known_as": [], "description": "Runs Saltern General and two smaller hospitals", "page_reason": "Provides the city’s hospital care; accountable to the public."},
    {"key": "skarn", "name": "Skarn Wind", "also_known_as": [], "description": "Developer of the Skarn Bank offshore wind farm", "page_reason": "Builds the largest private investment on this coast."},
    {"key": "athletic", "name": "Veremouth Athletic Football Club", "also_known_as": ["Veremouth Athletic", "the Lamplighters"], "description": "Football club, founded 1898", "page_reason": "The city’s football club; followed in every issue."},
    {"key": "university", "name": "University of Veremouth", "also_known_as": [], "description": "University", "page_reason": ""},
    {"key": "police", "name": "Saltern Constabulary", "also_known_as": [], "description": "The police force for the Saltern Coast", "page_reason": ""},
    {"key": "rescue", "name": "Saltern Inshore Rescue", "also_known_as": [], "description": "Volunteer lifeboat charity", "page_reason": ""},
    {"key": "school", "name": "Netherby Community School", "also_known_as": [], "description": "Secondary school in Netherby", "page_reason": ""},
    {"key": "tenants", "name": "Ropewalk Tenants’ Association", "also_known_as": [], "description": "Tenants of the Ropewalk estate", "page_reason": ""},
    {"key": "union", "name": "Harbour Workers’ Union", "also_known_as": [], "description": "Trade union at the port", "page_reason": ""},
    {"key": "coastal-agency", "name": "National Rivers and Coast Agency", "also_known_as": ["the coast agency"], "description": "Public agency for flood and coast defence", "page_reason": ""},
    {"key": "ferries", "name": "Ormsey Ferries", "also_known_as": [], "description": "Operator of the Ormsey crossing", "page_reason": ""},
    {"key": "sinfonia", "name": "Veremouth Sinfonia", "also_known_as": [], "description": "The city’s orchestra", "page_reason": ""},
    {"key": "cooperative", "name": "Saltern Fishermen’s Co-operative", "also_known_as": [], "description": "Fishermen’s association", "page_reason": ""},
    {"key": "aggregates", "name": "Hallin Aggregates", "also_known_as": [], "description": "Quarry company", "page_reason": ""},
]

TAGS = [
    {"slug": "harbour", "name": "The harbour", "description": "The port, the quays and what should become of them.", "synonyms": ["port", "docks", "Old Quay"]},
    {"slug": "city-council", "name": "City council", "description": "Decisions of Veremouth City Council.", "synonyms": ["council", "city hall"]},
    {"slug": "public-money", "name": "Public money", "description": "Budgets, contracts and what they buy.", "synonyms": ["budget", "council tax"]},
    {"slug": "housing", "name": "Housing", "description": "Homes: council, private, planned and damp.", "synonyms": ["homes", "tenants"]},
    {"slug": "transport", "name": "Transport", "description": "Trams, buses, roads and bridges.", "synonyms": ["trams", "buses"]},
    {"slug": "schools", "name": "Schools", "description": "Schools, pupils and teachers in the city.", "synonyms": ["education"]},
    {"slug": "health", "name": "Health", "description": "Hospitals, surgeries and public health.", "synonyms": ["hospital"]},
    {"slug": "crown-court", "name": "Crown court", "description": "Cases heard at Veremouth Crown Court.", "synonyms": ["trials"]},
    {"slug": "fraud", "name": "Fraud", "description": "Fraud cases and how they were uncovered.", "synonyms": []},
    {"slug": "sexual-violence", "name": "Sexual violence", "description": "Court reporting and policy. Complainants are never identified.", "synonyms": []},
    {"slug": "workplace-rights", "name": "Workplace rights", "description": "Tribunals, unions and conditions at work.", "synonyms": ["employment tribunal"]},
    {"slug": "coastal-erosion", "name": "Coastal erosion", "description": "Where the land is going, and what is done about it.", "synonyms": ["cliff falls"]},
    {"slug": "offshore-wind", "name": "Offshore wind", "description": "Wind farms off the Saltern Coast.", "synonyms": ["wind farm", "Skarn Bank"]},
    {"slug": "wildlife", "name": "Wildlife", "description": "Birds, fish and the places they need.", "synonyms": ["nature"]},
    {"slug": "storms-and-floods", "name": "Storms and floods", "description": "Bad weather and how the city copes.", "synonyms": ["flooding"]},
    {"slug": "fishing", "name": "Fishing", "description": "The inshore fleet and its catch.", "synonyms": ["herring"]},
    {"slug": "farming", "name": "Farming", "description": "Fields, hedges and glasshouses.", "synonyms": ["agriculture"]},
    {"slug": "small-business", "name": "Small business", "description": "Shops, workshops and co-operatives.", "synonyms": ["high street"]},
    {"slug": "jobs", "name": "Jobs", "description": "Work gained and work lost.", "synonyms": ["employment"]},
    {"slug": "music", "name": "Music", "description": "Concerts, players and halls.", "synonyms": []},
    {"slug": "theatre", "name": "Theatre", "description": "Plays and the people who put them on.", "synonyms": ["stage"]},
    {"slug": "books", "name": "Books", "description": "Writers, readers, shops and libraries.", "synonyms": ["libraries"]},
    {"slug": "local-history", "name": "Local history", "description": "What the city used to be.", "synonyms": ["archives"]},
    {"slug": "football", "name": "Football", "description": "Veremouth Athletic and the local leagues.", "synonyms": ["Lamplighters"]},
    {"slug": "on-the-water", "name": "On the water", "description": "Rowing, sailing and swimming.", "synonyms": ["rowing", "swimming"]},
    {"slug": "ormsey", "name": "Ormsey", "description": "The island and its ferry.", "synonyms": ["ferry", "island"]},
]


def _source(key, kind, public_description, url="", published_on=None, archived=False, private_detail=""):
    return {
        "key": key,
        "kind": kind,
        "public_description": public_description,
        "url": url,
        "archived_url": url.replace("https://", "https://archive.example.org/", 1) if archived else "",
        "published_on": published_on,
        "private_detail": private_detail,
    }


_COUNCIL = "https://council.veremouth.test"
_UNIVERSITY = "https://university-veremouth.test"
_AGENCY = "https://rivers-and-coast.test"
_COURT = "https://courts.saltern.test"

_PEOPLE_WE_SPOKE_TO = [
    _source("amory", "person", "Ruth Amory, mayor of Veremouth"),
    _source("sparr", "person", "Gideon Sparr, leader of the opposition"),
    _source("farrant", "person", "Leila Farrant, chair of the harbour committee"),
    _source("tredale", "person", "Owen Tredale, chief executive of the city council"),
    _source("mallon", "person", "Priya Mallon, director of transport"),
    _source("winstrop", "person", "Polly Winstrop, tenant in Ropewalk"),
    _source("yarde", "person", "Samuel Yarde, head teacher"),
    _source("brockwell", "person", "Dr Nadia Brockwell, medical director of the hospitals trust"),
    _source("solvarre", "person", "Inga Solvarre, chief executive of the port"),
    _source("harkaway", "person", "Denise Harkaway, Harbour Workers’ Union"),
    _source("osei-lund", "person", "Esther Osei-Lund, crane operator"),
    _source("renk", "person", "Tobias Renk, managing director of Skarn Wind"),
    _source("illing", "person", "Dr Farouk Illing, economist at the University of Veremouth"),
    _source("oyelle", "person", "Magda Oyelle, baker"),
    _source("dray", "person", "Fergus Dray, operations director of Ormsey Ferries"),
    _source("kirrane", "person", "Dr Esme Kirrane, coastal geomorphologist at the University of Veremouth"),
    _source("pellarin", "person", "Jonah Pellarin, skipper and chair of the fishermen’s co-operative"),
    _source("storr", "person", "Callum Storr, warden of Carrack Light"),
    _source("noll", "person", "Beatrix Noll, farmer and parish council chair at Thornsea"),
    _source("halden", "person", "Yusra Halden, conductor"),
    _source("achterby", "person", "Rosalind Achterby, novelist"),
    _source("oduya-kerr", "person", "Femi Oduya-Kerr, theatre director"),
    _source("quaile", "person", "Dorothy Quaile, bookseller"),
    _source("brandryth", "person", "Hal Brandryth, organ builder"),
    _source("ulverby", "person", "Graham Ulverby, president of Veremouth Athletic"),
    _source("teague", "person", "Marisol Teague, manager of Veremouth Athletic"),
    _source("ferris-holt", "person", "Kwame Ferris-Holt, footballer"),
    _source("corran", "person", "Ailsa Corran, swimmer"),
    _source("council-finance-official", "person", "A finance officer of the city council"),
    _source("gallery-staff", "person", "Members of the gallery’s staff"),
    _source("steward", "person", "A steward at Lantern Lane"),
]

# The names and addresses below are as invented as the rest; they show where the desk keeps such things.
_PEOPLE_WE_PROTECT = [
    _source("conf-surveyor", "person", "A surveyor who worked on one of the Ropewalk reports", private_detail="Real name: Lambert Oxenholt, of a firm in Wickerby. Reach by post only, c/o the box number the reporter holds; home address oxenholt@example.net for emergencies. Identity known to Anwen Sadiq and the editor. Contract with the council runs for two more years."),
    _source("conf-nurse", "person", "A nurse on nights at Saltern General", private_detail="Real name: Ysolde Marchbanks, band six, emergency department. Writes from ysolde.m@example.net, never from work. Two colleagues who confirmed the practice: see the notebook in the safe. Identity known to Anwen Sadiq and the editor."),
    _source("conf-port-accounts", "person", "A person who works on the port’s accounts", private_detail="Real name: Corwin Tasselby, purchase ledger. Handed over paper copies only; do not print anything with the stamp at the foot of page two, it is his. Reach at tasselby@example.net. Identity known to Kofi Brathwell and the editor."),
    _source("conf-club", "person", "A person close to the board of Veremouth Athletic", private_detail="Real name: Philippa Garstone-Vey, who takes the minutes. Meets Devan Kalloor at the Larkfield oak; no messages on match days. p.garstone@example.net. Identity known to Devan Kalloor and the editor."),
]

_DOCUMENTS = [
    _source("harbour-report", "document", "Report to councillors on the future of Old Quay", f"{_COUNCIL}/papers/old-quay-options", 9),
    _source("transport-paper", "document", "Paper to the transport committee on the fourth tram line", f"{_COUNCIL}/papers/line-4-programme", 4),
    _source("budget-papers", "document", "The city council’s draft budget, with notes by its treasurer and auditors", f"{_COUNCIL}/papers/draft-budget", 34, archived=True),
    _source("library-report", "document", "Report to the culture committee on evening opening", f"{_COUNCIL}/papers/library-evenings", 53),
    _source("council-letters", "document", "The city council’s letters to Ropewalk tenants"),
    _source("council-minutes", "document", "Minutes and papers of the city council’s committees", f"{_COUNCIL}/minutes", None),
    _source("council-statement", "document", "Statement by the city council"),
    _source("planning-file", "document", "Planning file for the Larkfield nursery site", f"{_COUNCIL}/planning/larkfield-nursery", 169),
    _source("city-archive", "document", "Holdings of the city archive"),
    _source("fire-service-note", "document", "Note from the fire service on access to Beacon Hill"),
    _source("ropewalk-surveys", "document", "Three surveys of the Ropewalk estate commissioned by the city council"),
    _source("housing-minutes", "document", "Minutes of the housing board", f"{_COUNCIL}/minutes/housing-board", None),
    _source("trust-papers", "document", "Papers of the board of Saltern Coast Hospitals Trust", "https://saltern-hospitals.test/board", None),
    _source("school-survey", "document", "Structural survey of Netherby Community School"),
    _source("rescue-statement", "document", "Statement by Saltern Inshore Rescue"),
    _source("rescue-accounts", "document", "Published accounts of Saltern Inshore Rescue"),
    _source("port-statement", "document", "Statement by the Port of Veremouth"),
    _source("port-accounts", "document", "Annual report and accounts of the Port of Veremouth", "https://port-of-veremouth.test/annual-report", 1, archived=True),
    _source("dredging-invoices", "document", "Invoices for dredging and the port’s list of payments"),
    _source("river-charts", "document", "Survey charts of the approach channel", "https://port-of-veremouth.test/charts", 380),
    _source("police-statement", "document", "Statement by Saltern Constabulary"),
    _source("court-statistics", "document", "Quarterly statistics of the crown courts", f"{_COURT}/statistics", 36),
    _source("brook-survey", "document", "Survey of the Hallin Brook", f"{_AGENCY}/surveys/hallin-brook", 195),
    _source("erosion-study", "document", "“Four lines”: a study of the Thornsea cliffs", f"{_UNIVERSITY}/coast/four-lines", 2100, archived=True),
    _source("agency-papers", "document", "Papers of the National Rivers and Coast Agency on Thornsea, released at our request"),
    _source("trust-accounts-thornsea", "document", "Accounts of the Thornsea village trust"),
    _source("minister-answer", "document", "Written answer by the minister for ports and coasts", "https://parliament.test/answers/coastal-change", 64),
    _source("skarn-decision", "document", "Letter of decision on the second phase of the Skarn Bank wind farm, with the inspector’s report", "https://ports-and-coasts.test/decisions/skarn-bank-2", 3, archived=True),
    _source("skarn-statement", "document", "Statement by Skarn Wind"),
    _source("herring-survey", "document", "Survey of spawning herring in the Vere", f"{_UNIVERSITY}/coast/herring", 25),
    _source("marsh-plan", "document", "Consultation papers on Ormsey Sound", f"{_AGENCY}/consultations/ormsey-sound", 60),
    _source("hedge-count", "document", "Count of birds in hedges planted under the county’s scheme", "https://saltern-county.test/hedges", 173),
    _source("bakery-accounts", "document", "Accounts of the Fish Street Bakery co-operative"),
    _source("trade-directory", "document", "The city’s trade directory of five years ago"),
    _source("heat-assessment", "document", "Assessment of the Hallin heat scheme", f"{_COUNCIL}/papers/hallin-heat", 75),
    _source("solar-letter", "document", "A letter about Hollin Park, since found to be forged"),
    _source("sinfonia-programme", "document", "Printed programme of the Veremouth Sinfonia"),
    _source("organ-files", "document", "Files of the Chandlers’ Hall and of its organ appeal"),
    _source("university-release", "document", "Account of the letters by the University of Veremouth", f"{_UNIVERSITY}/news/harbour-letters", 128),
    _source("festival-programme", "document", "Programme of the Quay Festival", "https://quay-festival.test/programme", 186),
    _source("plinth-consultation", "document", "Consultation on the plinth in Sailcloth Square", f"{_COUNCIL}/consultations/plinth", 66),
    _source("gallery-release", "document", "Statement by the city gallery"),
    _source("ground-lease", "document", "Lease of Lantern Lane, from the land register"),
    _source("race-record", "document", "The umpires’ record of the Harbour Eights"),
    _source("pitch-bookings", "document", "The city council’s register of pitch bookings", f"{_COUNCIL}/parks/bookings", None),
]

_COURT_RECORDS = [
    _source("pryke-record", "court_record", "Record of the trial of Leonard Pryke at Veremouth Crown Court, with its verdicts", f"{_COURT}/veremouth/pryke", 6),
    _source("cawdell-record", "court_record", "Record of verdicts and sentencing remarks in the case of Martin Cawdell, Veremouth Crown Court", f"{_COURT}/veremouth/cawdell", 2),
    _source("dunmarsh-record", "court_record", "Record of the trial of Peter Dunmarsh at Veremouth Crown Court, with its verdict", f"{_COURT}/veremouth/dunmarsh", 133),
    _source("aggregates-record", "court_record", "Record of plea and sentence in the case of Hallin Aggregates, Veremouth Crown Court", f"{_COURT}/veremouth/hallin-aggregates", 176),
    _source("tribunal-judgment", "court_record", "Judgment of the employment tribunal, Osei-Lund v Port of Veremouth", f"{_COURT}/tribunal/osei-lund", 61, archived=True),
    _source("court-lists", "court_record", "Published lists and listing notes of Veremouth Crown Court", f"{_COURT}/veremouth/lists", None),
]

_SITES = [
    _source("agency-bulletin", "website", "Bulletins of the National Rivers and Coast Agency", f"{_AGENCY}/bulletins/thornsea", 0),
    _source("bathing-results", "website", "Bathing water results of the National Rivers and Coast Agency", f"{_AGENCY}/bathing", 10, archived=True),
    _source("ferry-site", "website", "Table of fares on the site of Ormsey Ferries", "https://ormsey-ferries.test/fares", 2, archived=True),
    _source("footfall-count", "website", "Pedestrian counters in the city centre, open data of the city council", f"{_COUNCIL}/data/footfall", None),
    _source("tide-gauge", "website", "Readings of the Quayside tide gauge", "https://port-of-veremouth.test/tides", None),
    _source("athletic-accounts", "website", "Accounts of Veremouth Athletic in the register of companies", "https://companies.test/veremouth-athletic", 45),
    _source("match-statistics", "website", "Statistics published by the league", "https://league.test/statistics", None),
]

_BROADCASTS = [
    _source("council-webcast", "broadcast", "Recordings of council meetings", f"{_COUNCIL}/webcasts", None),
    _source("saltern-radio", "broadcast", "Saltern Radio, morning bulletin", "https://saltern-radio.test/bulletins", 140),
    _source("match-broadcast", "broadcast", "Saltern Radio, recording of the match against Corlby Town", "https://saltern-radio.test/athletic", 1),
]

_OWN_REPORTING = [
    _source("own-chamber", "own_reporting", "Our reporter in the council chamber"),
    _source("own-astley", "own_reporting", "The author’s own years as a harbour pilot"),
    _source("own-carrow", "own_reporting", "The columnist’s own observation"),
    _source("own-ropewalk", "own_reporting", "Our visits to flats in Ropewalk"),
    _source("own-market", "own_reporting", "Our reporter at Sailcloth Market"),
    _source("own-court", "own_reporting", "Our reporter’s shorthand notes from Veremouth Crown Court"),
    _source("own-thornsea", "own_reporting", "Our reporter at Thornsea"),
    _source("own-boat", "own_reporting", "Our reporters’ notes made at sea"),
    _source("own-marsh-meeting", "own_reporting", "Our reporter at the public meeting on Ormsey Sound"),
    _source("own-count", "own_reporting", "Our count of shop fronts"),
    _source("own-hallin", "own_reporting", "Our reporter at Hallin"),
    _source("own-concert", "own_reporting", "Our critic in the Chandlers’ Hall"),
    _source("own-theatre", "own_reporting", "Our critic at the Sailmakers’ Theatre"),
    _source("own-organ", "own_reporting", "Our critic in the organ builder’s workshop"),
    _source("own-lane", "own_reporting", "Our reporter at Lantern Lane"),
    _source("own-quayside", "own_reporting", "Our reporter at Quayside"),
    _source("own-larkfield", "own_reporting", "Our reporter at Larkfield"),
]

_AGENCIES = [
    _source("coastline-press", "agency", "Coastline Press, news agency", "https://coastline-press.test", None),
    _source("shipping-wire", "agency", "Shipping Wire, news agency for the ports", "https://shipping-wire.test", None),
]

_NOT_REAL = "demonstration only: this number is not real"
HELPLINES = [  # numbers of the ranges that are reserved for examples, in Britain and North America
    {"name": "Example Listening Line (demonstration)", "number": "01632 960 201", "url": "https://listening.example/", "hours": _NOT_REAL, "language": "", "topics": ["suicide", "self_harm"], "regions": [], "is_tried": True},
    {"name": "Example Survivors’ Line (demonstration)", "number": "01632 960 202", "url": "https://survivors.example/", "hours": _NOT_REAL, "language": "", "topics": ["sexual_violence", "child_abuse"], "regions": [], "is_tried": True},
    {"name": "Example Safe House Line (demonstration)", "number": "202 555 0143", "url": "", "hours": _NOT_REAL, "language": "", "topics": ["domestic_abuse"], "regions": ["US"], "is_tried": False},
]

SOURCES = [
    *_PEOPLE_WE_SPOKE_TO,
    *_PEOPLE_WE_PROTECT,
    *_DOCUMENTS,
    *_COURT_RECORDS,
    *_SITES,
    *_BROADCASTS,
    *_OWN_REPORTING,
    *_AGENCIES,
]
