//! Query understanding, index and ranking; the same answers on the server and on the phone.
