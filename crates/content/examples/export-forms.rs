//! Writes every shipped form as an Excel workbook of XLSForm into a folder, so that other programs can judge them.

use content::xlsform::{export, write_xlsx};
use content::{Content, SHIPPED};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say into which folder")?);
    let (content, _) = Content::load(SHIPPED, &[]);
    for form in content.forms() {
        let (workbook, _) = export(&content, form);
        std::fs::write(folder.join(format!("{}.xlsx", form.id)), write_xlsx(&workbook)?)?;
    }
    println!("{} forms", content.forms().count());
    Ok(())
}
