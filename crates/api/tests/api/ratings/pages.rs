//! Rating by plain forms: the same steps for every grade, and nothing kept before the last.

use std::collections::BTreeSet;

use super::Hall;
use crate::harness::Answer;

/// The value of a hidden field.
fn field(page: &str, name: &str) -> String {
    let (_, rest) =
        page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

fn encoded(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

impl Hall {
    /// The first page of a ticket, and the fields that its forms carry.
    async fn begin(&self, visit: &str) -> (String, String) {
        let first = self.app.get(&format!("/rate?ticket={}", self.ticket(visit))).await;
        assert_eq!((first.status.as_u16(), first.header("cache-control")), (200, "no-store"), "{}", first.text());
        let page = first.text();
        (field(&page, "ticket"), field(&page, "key"))
    }

    async fn step(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.app.post_form(path, &encoded(fields)).await
    }
}

fn receipt(page: &str) -> String {
    field(page, "receipt")
}

#[tokio::test]
async fn a_citizen_rates_looks_and_adds_without_scripts() {
    let hall = Hall::open();
    let (ticket, key) = hall.begin("P1").await;
    let own = [("ticket", ticket.as_str()), ("key", key.as_str()), ("level", "2")];
    let details = hall.step("/rate", &own).await.text();
    assert!(details.contains("您选的是：不满意") && details.contains("name=\"tag\""), "{details}");
    assert!(!details.contains("checked"), "nothing is ticked beforehand");
    let written = [&own[..], &[("text", "窗口让我打13812345678"), ("do", "preview")]].concat();
    let preview = hall.step("/rate", &written).await.text();
    assert!(preview.contains("窗口让我打〔号码已隐去〕") && preview.contains("匿名，不能回访"), "{preview}");
    assert!(preview.contains("隐去了 1 处号码"));
    let shown = field(&preview, "text");
    let sent = [&own[..], &[("text", shown.as_str()), ("do", "send")]].concat();
    let kept = hall.step("/rate", &sent).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    let code = receipt(&kept.text());
    assert!(kept.text().contains("丢了就找不回来"));
    // Sent again, by going back or by a slow network: the same rating.
    assert_eq!(receipt(&hall.step("/rate", &sent).await.text()), code);

    let found = hall.step("/ratings", &[("receipt", &code), ("do", "find")]).await.text();
    assert!(found.contains("不满意") && found.contains("可以补充一次"), "{found}");
    let added = hall.step("/ratings", &[("receipt", &code), ("text", "后来解决了"), ("do", "add")]).await.text();
    assert!(added.contains("后来解决了") && !added.contains("可以补充一次"), "{added}");
}

#[tokio::test]
async fn every_grade_costs_the_same_steps() {
    let hall = Hall::open();
    let mut buttons = BTreeSet::new();
    for level in ["5", "4", "3", "2", "1"] {
        let (ticket, key) = hall.begin(&format!("S{level}")).await;
        let own = [("ticket", ticket.as_str()), ("key", key.as_str()), ("level", level)];
        let details = hall.step("/rate", &own).await.text();
        let preview = hall.step("/rate", &[&own[..], &[("do", "preview")]].concat()).await.text();
        let count = |page: &str| page.matches("<button").count() + page.matches("<textarea").count();
        buttons.insert((count(&details), count(&preview)));
        let kept = hall.step("/rate", &[&own[..], &[("do", "send")]].concat()).await;
        assert!(kept.text().contains("评价已经收下"), "{}", kept.text());
    }
    assert_eq!(buttons.len(), 1, "{buttons:?}");
}

#[tokio::test]
async fn what_cannot_be_rated_says_why_and_what_to_do() {
    let hall = Hall::open();
    for (path, says) in [("/rate", "没有评价凭证"), ("/rate?ticket=nonsense", "请重新扫码")] {
        let page = hall.app.get(path).await;
        assert!(page.status.is_client_error() && page.text().contains(says), "{path}: {}", page.text());
    }
    let (ticket, key) = hall.begin("W1").await;
    let own = [("ticket", ticket.as_str()), ("key", key.as_str()), ("level", "5"), ("do", "send")];
    hall.step("/rate", &own).await;
    let other = [("ticket", ticket.as_str()), ("key", "page-other"), ("level", "1"), ("do", "send")];
    let again = hall.step("/rate", &other).await;
    assert_eq!(again.status, 409, "{}", again.text());
    let long = "很".repeat(151);
    let (ticket, key) = hall.begin("W2").await;
    let sent = [("ticket", &*ticket), ("key", &*key), ("level", "1"), ("text", &*long), ("do", "send")];
    let back = hall.step("/rate", &sent).await.text();
    assert!(back.contains("最多 150 个字") && back.contains(&long), "every word comes back");
    let nothing = hall.step("/ratings", &[("receipt", "nothing"), ("do", "find")]).await.text();
    assert!(nothing.contains("没有这个评价回执码"), "{nothing}");
}

#[tokio::test]
async fn figures_stay_closed_while_they_are_few() {
    let hall = Hall::open();
    hall.rate("F1", 5).await;
    let page = hall.app.get("/ratings").await.text();
    assert!(page.contains("评价不到 20 条"), "{page}");
}
