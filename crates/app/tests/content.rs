//! What is shipped fits together across rooms: procedures name roles of the access table.

use access::Policy;
use content::{Content, SHIPPED};
use std::collections::BTreeSet;

#[test]
fn procedures_name_roles_that_exist() {
    let (content, findings) = Content::load(SHIPPED, &[]);
    assert!(!findings.has_errors(), "{findings:?}");
    let policy = Policy::read("roles.toml", include_str!("../../../content/access/roles.toml")).0.expect("the shipped table can be used");
    let known: BTreeSet<&str> = policy.roles.keys().map(|role| role.as_str()).collect();
    let mut named = 0;
    for procedure in content.procedures() {
        for role in procedure.steps.iter().flat_map(|step| step.roles.iter().chain(&step.approval)) {
            named += 1;
            assert!(known.contains(role.as_str()), "{} names the role '{role}', which is not in the table", procedure.id);
        }
    }
    assert!(named > 0);
}
