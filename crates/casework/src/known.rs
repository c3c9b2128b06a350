//! Kinds, groups and fields that the program itself knows; everything else is content's.

use base::{Field, Group, Kind};

/// The kinds of record that casework reads; content may add others (a row of a repeat is a record of a kind of its own).
pub mod kind {
    use super::Kind;
    /// Someone who is protected.
    pub static PERSON: Kind = Kind::known("person");
    /// People who share food and shelter; may differ from the family.
    pub static HOUSEHOLD: Kind = Kind::known("household");
    /// Work with a person over time.
    pub static CASE: Kind = Kind::known("case");
    /// One look at a person's risks and needs.
    pub static ASSESSMENT: Kind = Kind::known("assessment");
    /// Something that happened.
    pub static INCIDENT: Kind = Kind::known("incident");
    /// Someone looks for someone.
    pub static INQUIRY: Kind = Kind::known("inquiry");
    /// What an organisation offers or has given.
    pub static SERVICE: Kind = Kind::known("service");
    /// Someone is sent to a service.
    pub static REFERRAL: Kind = Kind::known("referral");
    /// A site, camp or settlement.
    pub static SITE: Kind = Kind::known("site");
    /// A trip that takes people to safety.
    pub static MOVEMENT: Kind = Kind::known("movement");
    /// Something written down; only ever added.
    pub static NOTE: Kind = Kind::known("note");
    /// What someone agreed to, for one purpose and recipient.
    pub static CONSENT: Kind = Kind::known("consent");
}

/// Field groups; docs/decisions/0005-records.md says what each holds.
pub mod group {
    use super::Group;
    /// What a list shows without a name, and where the record belongs.
    pub static CARD: Group = Group::known("card");
    /// Names, birth, sex.
    pub static IDENTITY: Group = Group::known("identity");
    /// Telephone and how to reach someone safely.
    pub static CONTACT: Group = Group::known("contact");
    /// What was decided once.
    pub static DECISION: Group = Group::known("decision");
    /// What was agreed to, and what was disclosed.
    pub static CONSENT: Group = Group::known("consent");
}

/// Fields of forms that decisions read.
pub mod field {
    use super::Field;
    /// The person that a case, referral or incident is about, in the group `card`.
    pub static PERSON: Field = Field::known("person");
}

/// Fields of the group `card` that only decisions write.
pub mod card {
    use super::Field;
    /// The display code.
    pub static CODE: Field = Field::known("code");
    /// The procedure and its version under which the record stands.
    pub static PROCEDURE: Field = Field::known("procedure");
    /// The state in it.
    pub static STATE: Field = Field::known("state");
    /// The agency that answers for the record.
    pub static AGENCY: Field = Field::known("agency");
    /// The team.
    pub static TEAM: Field = Field::known("team");
    /// The site.
    pub static SITE: Field = Field::known("site");
    /// Who works on it.
    pub static ASSIGNED: Field = Field::known("assigned");
    /// Who must never see it.
    pub static WITHHELD_FROM: Field = Field::known("withheld_from");
    /// The record it is part of.
    pub static PARENT: Field = Field::known("parent");
    /// The record that it was found to be the same as.
    pub static MERGED_INTO: Field = Field::known("merged_into");

    /// All of them.
    pub fn all() -> [&'static Field; 10] {
        [&CODE, &PROCEDURE, &STATE, &AGENCY, &TEAM, &SITE, &ASSIGNED, &WITHHELD_FROM, &PARENT, &MERGED_INTO]
    }
}

/// Whether only a decision of the server may write a field; what a form or a device writes there is refused.
pub fn is_decided(group: &Group, field: &Field) -> bool {
    *group == group::DECISION
        || (*group == group::CARD && card::all().contains(&field))
        || (*group == group::CONSENT && field.as_str().starts_with(crate::consent::DISCLOSED))
}
