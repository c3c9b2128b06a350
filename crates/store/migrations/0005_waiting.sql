-- What waits for someone's answer until a moment: the first half of a passkey's use, a grant that another person must approve, a notice.
CREATE TABLE waiting (
  feed TEXT NOT NULL,
  kind TEXT NOT NULL,
  id {uuid} NOT NULL,
  ends_at {int} NOT NULL,
  sealed {bytes} NOT NULL,
  PRIMARY KEY (feed, kind, id)
){strict};

-- 1 while its holder has not yet got a full means of signing in: such a session counts no grants.
ALTER TABLE session ADD COLUMN limited {int};
