use super::*;
use base::parse_date;

fn folder() -> crate::operation::Files {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/car-2014/");
    let files = ["places.csv", "roads.csv", "border_closures.csv", "incidents.csv"];
    let mut files: crate::operation::Files = files.iter().map(|f| ((*f).to_owned(), std::fs::read(format!("{root}{f}")).unwrap())).collect();
    files.insert("operation.toml".into(), b"timezone = \"Africa/Bangui\"".to_vec());
    files
}

fn over(from: &str, to: &str) -> Options {
    Options::over(parse_date(from).unwrap(), parse_date(to).unwrap())
}

#[test]
fn print() {
    let mut findings = Findings::default();
    let result = backtest_folder(&folder(), &over("2013-12-15", "2014-06-30"), &mut findings);
    println!("{result}");
    for f in findings.iter() { println!("{f}"); }
}
