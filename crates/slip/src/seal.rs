//! Writing a list and signing it.

use crate::{FORMAT, Signer, Slip, bytes::Writer, code41, key::message};

impl Slip {
    /// The list as text, signed.
    pub fn seal(&self, signer: &dyn Signer) -> String {
        let mut list = Writer::default();
        list.0.push(FORMAT);
        list.0.extend(signer.id().0);
        self.write(&mut list);
        let signature = signer.sign(&message(&list.0));
        list.0.extend(signature);
        code41::encode(&list.0)
    }

    fn write(&self, to: &mut Writer) {
        to.number(self.signed.number());
        to.number(self.on.number());
        to.text(&self.region);
        to.text(&self.region_name);
        to.count(self.matters.len());
        for matter in &self.matters {
            to.text(&matter.code);
            to.text(&matter.name);
        }
        to.count(self.papers.len());
        for paper in &self.papers {
            to.0.push(paper.verdict as u8 | paper.method.map_or(0, |method| method as u8) << 2);
            to.text(&paper.name);
        }
        to.count(self.told.len());
        for told in &self.told {
            to.text(&told.question);
            to.text(&told.answer);
        }
    }
}
