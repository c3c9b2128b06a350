-- Files in sealed pieces. Their names, types and the hashes of their contents, which would tell a known file, are sealed too.
CREATE TABLE attachment (
  feed TEXT NOT NULL,
  id {uuid} NOT NULL,
  record {uuid} NOT NULL,
  area TEXT NOT NULL,
  grp TEXT NOT NULL,
  size {int} NOT NULL,
  complete_at {int},
  created_at {int} NOT NULL,
  sealed {bytes} NOT NULL,
  PRIMARY KEY (feed, id)
){strict};
CREATE INDEX attachment_record ON attachment (feed, record, area, grp);

CREATE TABLE piece (
  feed TEXT NOT NULL,
  attachment {uuid} NOT NULL,
  n {int} NOT NULL,
  sealed {bytes} NOT NULL,
  PRIMARY KEY (feed, attachment, n)
){strict};
