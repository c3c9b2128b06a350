-- Who works here, how they sign in, and what they were granted. Names and secrets are sealed; a login is found by its keyed hash.

-- An agency, team or site.
CREATE TABLE unit (
  feed TEXT NOT NULL,
  id {uuid} NOT NULL,
  kind TEXT NOT NULL,
  parent {uuid},
  sealed {bytes} NOT NULL,
  PRIMARY KEY (feed, id)
){strict};

CREATE TABLE account (
  feed TEXT NOT NULL,
  id {uuid} NOT NULL,
  login {int} NOT NULL,
  agency {uuid} NOT NULL,
  sealed {bytes} NOT NULL,
  created_at {int} NOT NULL,
  ended_at {int},
  PRIMARY KEY (feed, id),
  UNIQUE (feed, login)
){strict};

CREATE TABLE member (
  feed TEXT NOT NULL,
  account {uuid} NOT NULL,
  unit {uuid} NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (feed, account, unit)
){clustered};

-- A passkey, password, authenticator or recovery code.
CREATE TABLE credential (
  feed TEXT NOT NULL,
  account {uuid} NOT NULL,
  id {uuid} NOT NULL,
  kind TEXT NOT NULL,
  sealed {bytes} NOT NULL,
  created_at {int} NOT NULL,
  used_at {int},
  PRIMARY KEY (feed, account, id)
){strict};

CREATE TABLE session (
  feed TEXT NOT NULL,
  token {bytes} NOT NULL,
  account {uuid} NOT NULL,
  created_at {int} NOT NULL,
  used_at {int} NOT NULL,
  ends_at {int} NOT NULL,
  stepped_up_at {int},
  PRIMARY KEY (feed, token)
){strict};
CREATE INDEX session_account ON session (feed, account);

CREATE TABLE granted (
  feed TEXT NOT NULL,
  id {uuid} NOT NULL,
  account {uuid} NOT NULL,
  sealed {bytes} NOT NULL,
  PRIMARY KEY (feed, id)
){strict};
CREATE INDEX granted_account ON granted (feed, account);

CREATE TABLE setting (
  feed TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (feed, name)
){clustered};

-- Tries at something that is limited: signing in as someone.
CREATE TABLE tried (
  feed TEXT NOT NULL,
  what {int} NOT NULL,
  since {int} NOT NULL,
  count {int} NOT NULL,
  PRIMARY KEY (feed, what)
){clustered};
