-- Records as journals in compartments (docs/decisions/0005-records.md). Written once for SQLite and PostgreSQL: words in braces are filled in
-- for the engine. The feed stands first in every key, so that a cluster can spread by it.

-- A record: where it stands and who answers for it. What is known about it is in entry and card, sealed.
CREATE TABLE record (
  feed TEXT NOT NULL,
  id {uuid} NOT NULL,
  kind TEXT NOT NULL,
  area TEXT NOT NULL,
  agency {uuid} NOT NULL,
  team {uuid},
  site {uuid},
  parent {uuid},
  state TEXT NOT NULL,
  due_at {int},
  merged_into {uuid},
  -- Destroyed by erasure: without it no key of the record can be made again.
  salt {bytes},
  created_at {int} NOT NULL,
  updated_at {int} NOT NULL,
  PRIMARY KEY (feed, id)
){strict};
-- One index for each way that a scope reaches records, in the order of lists.
CREATE INDEX record_changed ON record (feed, area, kind, updated_at, id);
CREATE INDEX record_agency ON record (feed, agency, area, kind, updated_at, id);
CREATE INDEX record_team ON record (feed, team, area, kind, updated_at, id) WHERE team IS NOT NULL;
CREATE INDEX record_site ON record (feed, site, area, kind, updated_at, id) WHERE site IS NOT NULL;
CREATE INDEX record_due ON record (feed, agency, area, kind, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX record_parent ON record (feed, parent, area, kind, updated_at, id) WHERE parent IS NOT NULL;
CREATE INDEX record_merged ON record (feed, merged_into) WHERE merged_into IS NOT NULL;

-- Who works on a record (how = 'assigned'), and who must never see it ('withheld').
CREATE TABLE involved (
  feed TEXT NOT NULL,
  account {uuid} NOT NULL,
  how TEXT NOT NULL,
  record {uuid} NOT NULL,
  PRIMARY KEY (feed, account, how, record)
){clustered};
CREATE INDEX involved_record ON involved (feed, record);

-- One journal for everything; seq counts within a compartment, so that a gap in what one sees tells nothing of the rest.
CREATE TABLE entry (
  feed TEXT NOT NULL,
  id {uuid} NOT NULL,
  area TEXT NOT NULL,
  grp TEXT NOT NULL,
  seq {int} NOT NULL,
  record {uuid} NOT NULL,
  act {uuid} NOT NULL,
  received_at {int} NOT NULL,
  -- The audit link that covers it.
  link {int} NOT NULL,
  sealed {bytes} NOT NULL,
  PRIMARY KEY (feed, id),
  UNIQUE (feed, area, grp, seq)
){strict};
CREATE INDEX entry_record ON entry (feed, record, area, grp, seq);
CREATE INDEX entry_act ON entry (feed, act);
CREATE INDEX entry_link ON entry (feed, link, area, grp, seq);

CREATE TABLE counter (
  feed TEXT NOT NULL,
  area TEXT NOT NULL,
  grp TEXT NOT NULL,
  last {int} NOT NULL,
  PRIMARY KEY (feed, area, grp)
){clustered};

-- The fold of a record's entries in one compartment.
CREATE TABLE card (
  feed TEXT NOT NULL,
  record {uuid} NOT NULL,
  area TEXT NOT NULL,
  grp TEXT NOT NULL,
  rev {int} NOT NULL,
  sealed {bytes} NOT NULL,
  PRIMARY KEY (feed, record, area, grp)
){strict};

-- Words to search by, as keyed hashes.
CREATE TABLE token (
  feed TEXT NOT NULL,
  area TEXT NOT NULL,
  grp TEXT NOT NULL,
  token {int} NOT NULL,
  record {uuid} NOT NULL,
  PRIMARY KEY (feed, area, grp, token, record)
){clustered};
CREATE INDEX token_record ON token (feed, record, area, grp);

CREATE TABLE compartment_key (
  feed TEXT NOT NULL,
  area TEXT NOT NULL,
  grp TEXT NOT NULL,
  wrapped {bytes} NOT NULL,
  PRIMARY KEY (feed, area, grp)
){clustered};

-- Who did or read what. The head's row is what every writing transaction takes first: one order for the whole feed.
CREATE TABLE audit (
  feed TEXT NOT NULL,
  n {int} NOT NULL,
  at {int} NOT NULL,
  actor {uuid},
  action TEXT NOT NULL,
  record {uuid},
  compartments TEXT NOT NULL,
  purpose TEXT,
  digest {bytes} NOT NULL,
  hash {bytes} NOT NULL,
  PRIMARY KEY (feed, n)
){strict};
CREATE INDEX audit_record ON audit (feed, record, n);
CREATE INDEX audit_actor ON audit (feed, actor, n);

CREATE TABLE audit_head (
  feed TEXT NOT NULL,
  n {int} NOT NULL,
  hash {bytes} NOT NULL,
  PRIMARY KEY (feed)
){clustered};

CREATE TABLE checkpoint (
  feed TEXT NOT NULL,
  n {int} NOT NULL,
  hash {bytes} NOT NULL,
  at {int} NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (feed, n)
){clustered};

-- What was answered to a request, so that the same request sent again is answered the same and done once.
CREATE TABLE idempotency (
  feed TEXT NOT NULL,
  key {uuid} NOT NULL,
  digest {bytes} NOT NULL,
  answer TEXT NOT NULL,
  at {int} NOT NULL,
  PRIMARY KEY (feed, key)
){clustered};
