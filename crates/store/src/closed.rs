//! The store of a node whose database cannot be opened: reading what is published goes on, everything else says why not.

use domain::wire::{NewRequest, RequestReceipt, RequestView};
use ledger::{Head, SignedHead};

use crate::{
    Added, AdditionWrite, Answer, Entry, Proven, RatingRow, RatingWrite, Store, StoreError, StoreState, SummaryAsk,
    Summed, Written,
};

/// A store that is not there.
#[derive(Debug)]
pub struct ClosedStore(pub String);

impl ClosedStore {
    fn gone<T: Send + 'static>(&self) -> Answer<'_, T> {
        let cause = StoreError::Unavailable(self.0.clone());
        Box::pin(async { Err(cause) })
    }
}

impl Store for ClosedStore {
    fn put_request(&self, _: NewRequest, _: String) -> Answer<'_, RequestReceipt> {
        self.gone()
    }

    fn find_request(&self, _: String, _: String) -> Answer<'_, Option<RequestView>> {
        self.gone()
    }

    fn put_rating(&self, _: RatingWrite) -> Answer<'_, Written> {
        self.gone()
    }

    fn put_addition(&self, _: AdditionWrite) -> Answer<'_, Added> {
        self.gone()
    }

    fn erase_text(&self, _: u64, _: String) -> Answer<'_, bool> {
        self.gone()
    }

    fn find_rating(&self, _: String) -> Answer<'_, Option<RatingRow>> {
        self.gone()
    }

    fn sum_ratings(&self, _: SummaryAsk) -> Answer<'_, Summed> {
        self.gone()
    }

    fn log_head(&self, _: String) -> Answer<'_, Head> {
        self.gone()
    }

    fn close_days(&self, _: String) -> Answer<'_, Vec<Head>> {
        self.gone()
    }

    fn put_signatures(&self, _: Vec<SignedHead>) -> Answer<'_, ()> {
        self.gone()
    }

    fn signed_heads(&self, _: u32) -> Answer<'_, Vec<SignedHead>> {
        self.gone()
    }

    fn prove_rating(&self, _: String) -> Answer<'_, Option<Proven>> {
        self.gone()
    }

    fn prove_growth(&self, _: u64, _: u64) -> Answer<'_, Option<(Head, Head, Vec<ledger::Hash>)>> {
        self.gone()
    }

    fn read_log(&self, _: u64, _: u32, _: u64) -> Answer<'_, Vec<Entry>> {
        self.gone()
    }

    fn state(&self) -> StoreState {
        StoreState::Gone(self.0.clone())
    }
}
