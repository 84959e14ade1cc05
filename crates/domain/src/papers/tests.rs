mod choices;
mod make;
mod merging;
mod properties;
mod rules;
mod wrong_books;
