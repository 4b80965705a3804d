"""The tables of a fact store.

Whoever changes them raises SCHEMA_VERSION: older stores are then rebuilt, never migrated.
"""

SCHEMA_VERSION = 12
APPLICATION_ID = 0x4C4E5550  # "LNUP" in the file's header: tells a fact store from any other SQLite file

COMMON_FROM = 200  # passages: how many hold a word is kept for words of at least so many
FRAME_WEIGHT = 0.3  # a word of the frame (heading, list introduction, sentence before) beside one of the passage itself
KIND_WEIGHT = 0.5  # a value of the sort that is asked for
KIND_MARK = "kind"  # before every kind in the index, so that no word of a text is taken for one

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, text TEXT NOT NULL, body INTEGER NOT NULL,
  language TEXT NOT NULL, digest TEXT NOT NULL, title TEXT, publisher TEXT, url TEXT, published TEXT, note TEXT,
  checksum INTEGER NOT NULL
);

CREATE TABLE passages (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id), number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL,
  paragraph INTEGER NOT NULL, heading INTEGER, lead INTEGER, asked INTEGER, kinds TEXT NOT NULL, topics TEXT NOT NULL,
  CHECK (0 <= start AND start < "end"), UNIQUE (document, number)
);

CREATE VIRTUAL TABLE passage_words USING fts5 (own, frame, kinds, content='', tokenize="unicode61 remove_diacritics 2");

CREATE TABLE entities (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, brand TEXT, parent TEXT,
  described INTEGER NOT NULL, traits TEXT NOT NULL, number INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE numbering (
  kinds TEXT NOT NULL, codes BLOB NOT NULL, behind BLOB NOT NULL, apart BLOB NOT NULL, checksum INTEGER NOT NULL
);

CREATE TABLE aliases (
  id INTEGER PRIMARY KEY, alias TEXT NOT NULL, squeezed TEXT NOT NULL, entity TEXT NOT NULL REFERENCES entities (id)
);

CREATE TABLE short_forms (
  id INTEGER PRIMARY KEY, form TEXT NOT NULL, squeezed TEXT NOT NULL, entity TEXT NOT NULL REFERENCES entities (id)
);
CREATE TABLE name_words (word TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (word, name)) WITHOUT ROWID;
CREATE TABLE name_filter (bits BLOB NOT NULL);
CREATE TABLE spellings (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE deletes (
  hash INTEGER NOT NULL, spelling INTEGER NOT NULL REFERENCES spellings (id), PRIMARY KEY (hash, spelling)
) WITHOUT ROWID;

CREATE TABLE facts (
  id INTEGER PRIMARY KEY, subject TEXT NOT NULL REFERENCES entities (id), attribute TEXT NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL, amount REAL, upper REAL, unit TEXT, date TEXT,
  entity TEXT REFERENCES entities (id), bound TEXT,
  document INTEGER NOT NULL REFERENCES documents (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  at_start INTEGER NOT NULL, at_end INTEGER NOT NULL, pattern TEXT NOT NULL, certainty TEXT NOT NULL,
  origin TEXT NOT NULL, speaker TEXT, speaker_key TEXT, qualifiers TEXT NOT NULL,
  CHECK (0 <= start AND start <= at_start AND at_start < at_end AND at_end <= "end")
);

CREATE TABLE columns (
  id INTEGER PRIMARY KEY, attribute TEXT NOT NULL, kind TEXT NOT NULL, unit TEXT, span REAL,
  amounts BLOB NOT NULL, entities BLOB NOT NULL, checksum INTEGER NOT NULL
);

CREATE TABLE statements (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id), passage INTEGER NOT NULL,
  predicate TEXT NOT NULL, content TEXT NOT NULL
);

CREATE TABLE statement_entities (
  entity TEXT NOT NULL REFERENCES entities (id), statement INTEGER NOT NULL REFERENCES statements (id),
  PRIMARY KEY (entity, statement)
) WITHOUT ROWID;

CREATE TABLE readings (
  document INTEGER PRIMARY KEY REFERENCES documents (id), "key" TEXT NOT NULL, front BLOB NOT NULL, back BLOB NOT NULL
);

CREATE TABLE lemmas (
  language TEXT NOT NULL, word TEXT NOT NULL, lemma TEXT NOT NULL, PRIMARY KEY (language, word)
) WITHOUT ROWID;

CREATE TABLE ordinary (first TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE common (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
"""

TERMS = "CREATE VIRTUAL TABLE temp.terms USING fts5vocab ('main', 'passage_words', 'row')"
COMMON_WORDS = "INSERT INTO common SELECT term, doc FROM temp.terms WHERE doc >= ? ORDER BY term"

# Made after the rows are in: one sort each instead of a million insertions.
INDEXES = """
CREATE UNIQUE INDEX entities_by_number ON entities (number);
CREATE INDEX entities_by_kind ON entities (kind);
CREATE INDEX entities_by_brand ON entities (brand) WHERE brand IS NOT NULL;
CREATE INDEX entities_by_parent ON entities (parent) WHERE parent IS NOT NULL;
CREATE INDEX aliases_by_key ON aliases (squeezed);
CREATE INDEX aliases_by_entity ON aliases (entity);
CREATE INDEX short_forms_by_key ON short_forms (squeezed);
CREATE INDEX facts_by_subject ON facts (subject, attribute);
CREATE INDEX facts_by_amount ON facts (attribute, amount);
CREATE INDEX columns_by_attribute ON columns (attribute);
CREATE INDEX facts_by_value ON facts (entity, attribute) WHERE entity IS NOT NULL;
CREATE INDEX facts_by_speaker ON facts (speaker_key) WHERE speaker_key IS NOT NULL;
CREATE INDEX facts_by_document ON facts (document);
CREATE INDEX facts_reviewed ON facts (document, start, "end", origin) WHERE origin = 'reviewed';
CREATE INDEX statements_by_passage ON statements (document, passage);
CREATE INDEX statements_by_predicate ON statements (predicate);
"""
