mod choices;
mod make;
mod properties;
mod rules;
mod wrong_books;
