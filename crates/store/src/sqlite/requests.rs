//! Reports of citizens.

use domain::wire::{NewRequest, RequestReceipt, RequestView};
use rusqlite::{Connection, OptionalExtension, params};

use crate::receipt;

/// Inserts a report under a fresh number.
pub fn insert(connection: &Connection, request: &NewRequest, received_at: &str) -> rusqlite::Result<RequestReceipt> {
    let receipt = receipt::draw();
    let body = serde_json::to_string(request).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
    connection.execute(
        "INSERT INTO request (id, code_hash, received_at, state, body) VALUES (?1, ?2, ?3, 'received', ?4)",
        params![receipt.id, receipt::hash(&receipt.code), received_at, body],
    )?;
    Ok(receipt)
}

/// Finds a report; a wrong code is the same as no report.
pub fn find(connection: &Connection, id: &str, code: &str) -> rusqlite::Result<Option<RequestView>> {
    connection
        .query_row(
            "SELECT received_at, state, body FROM request WHERE id = ?1 AND code_hash = ?2",
            params![id, receipt::hash(code)],
            |row| {
                let body: String = row.get(2)?;
                let request = serde_json::from_str(&body)
                    .map_err(|e| rusqlite::Error::FromSqlConversionFailure(2, rusqlite::types::Type::Text, e.into()))?;
                Ok(RequestView { id: id.to_owned(), request, received_at: row.get(0)?, state: row.get(1)? })
            },
        )
        .optional()
}
