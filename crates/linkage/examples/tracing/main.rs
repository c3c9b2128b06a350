//! Writes a tracing file: `tracing PEOPLE INQUIRIES SEED FOLDER` makes `registrations.csv` and `inquiries.csv`. Inquiry `n` asks for registration `n`, spoilt in one to three
//! ways; a fifth (identifiers with `-none`) ask for somebody who was not registered.

mod people;

use people::{Draw, HEAD, Person, SPOILT, Spoilt};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |n: usize| arguments[n].parse::<usize>().expect("a number");
    let (size, asked, folder) = (number(0), number(1), std::path::Path::new(&arguments[3]));
    let mut draw = Draw::new(number(2) as u64);
    let mut left = HEAD.to_owned();
    let mut right = HEAD.to_owned();
    for n in 0..size {
        let mut person = Person::draw(&mut draw);
        person.write(&format!("rec-{n}-org"), false, &mut draw, &mut left);
        if n < asked {
            let none = n % 5 == 4;
            if none {
                person = Person::draw(&mut draw);
            }
            let ways: Vec<Spoilt> = (0..=draw.below(3)).map(|_| SPOILT[draw.below(SPOILT.len())]).collect();
            ways.iter().for_each(|how| person.spoil(*how, &mut draw));
            let id = format!("rec-{n}-{}", if none { "none" } else { "dup" });
            person.write(&id, ways.contains(&Spoilt::Typo), &mut draw, &mut right);
        }
    }
    std::fs::write(folder.join("registrations.csv"), left).expect("a folder to write in");
    std::fs::write(folder.join("inquiries.csv"), right).expect("a folder to write in");
}
