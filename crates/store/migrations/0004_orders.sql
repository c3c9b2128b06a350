-- What a long list or a common name needs is read from one index, in its order, instead of from each record.

-- A caseload in the order of its list, however long it is: area, kind, change and due are those of the record.
ALTER TABLE involved ADD COLUMN area TEXT NOT NULL DEFAULT '';
ALTER TABLE involved ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE involved ADD COLUMN changed_at {int} NOT NULL DEFAULT 0;
ALTER TABLE involved ADD COLUMN due_at {int};
UPDATE involved SET area = r.area, kind = r.kind, changed_at = r.updated_at, due_at = r.due_at
  FROM record r WHERE r.feed = involved.feed AND r.id = involved.record;
CREATE INDEX involved_changed ON involved (feed, account, how, area, kind, changed_at, record);
CREATE INDEX involved_due ON involved (feed, account, how, area, kind, due_at, record) WHERE due_at IS NOT NULL;

-- Whose record holds a word: tens of thousands hold a common one, and a scope admits few of them.
CREATE TABLE word (
  feed TEXT NOT NULL,
  area TEXT NOT NULL,
  grp TEXT NOT NULL,
  token {int} NOT NULL,
  record {uuid} NOT NULL,
  agency {uuid},
  team {uuid},
  site {uuid},
  PRIMARY KEY (feed, area, grp, token, record){covers}
){clustered};
INSERT INTO word SELECT t.feed, t.area, t.grp, t.token, t.record, r.agency, r.team, r.site
  FROM token t JOIN record r ON r.feed = t.feed AND r.id = t.record;
DROP TABLE token;
ALTER TABLE word RENAME TO token;
CREATE INDEX token_record ON token (feed, record, area, grp);
