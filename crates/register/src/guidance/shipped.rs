//! The register that comes with the program.

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$((concat!("register/", $name), include_str!(concat!("../../../../content/register/", $name)))),+]
    };
}

/// Path and text of every file under `content/register`.
pub const SHIPPED: &[(&str, &str)] = files![
    "A01-protection.toml",
    "A02-admissions.toml",
    "A03-mainstreaming.toml",
    "A04-psea.toml",
    "A05-child-protection.toml",
    "A06-civil-documentation.toml",
    "A07-counter-trafficking.toml",
    "A08-gbv.toml",
    "A09-evacuations.toml",
    "A10-human-rights.toml",
    "A11-mhpss.toml",
    "A12-land.toml",
];
