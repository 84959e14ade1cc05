//! Renders pages into files, to look at them without a server:
//! `cargo run -p portal --features ssr --example preview -- target/preview`

mod fake;

use std::{fs, path::Path, sync::Arc};

use fake::Fake;
use futures::StreamExt;
use hydration_context::{SharedContext, SsrSharedContext};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use portal::{
    App,
    backend::Fresh,
    context,
    head::{Head, Status, TEMPLATE_TITLE},
    prefs::Prefs,
};

/// File name and address.
const PAGES: [(&str, &str); 12] = [
    ("home", "/"),
    ("results", "/guides?q=%E8%BA%AB%E4%BB%BD%E8%AF%81"),
    ("filtered", "/guides?q=%E8%BA%AB%E4%BB%BD%E8%AF%81&audience=natural"),
    ("nothing", "/guides?q=%E9%A3%9E%E7%A2%9F"),
    ("guide", "/guides/ln-sfz-bl"),
    ("long", "/guides/ln-bdc-zy"),
    ("bare", "/guides/ln-sfz-ls"),
    ("missing", "/guides/none"),
    ("regions", "/regions?back=%2Fguides"),
    ("city", "/regions?parent=210100000000&back=%2F"),
    ("about", "/about"),
    ("requests", "/requests"),
];

/// File name and cookie.
const LOOKS: [(&str, &str); 4] = [
    ("", ""),
    ("-here", "mode=standard&region=210102000000"),
    ("-elder", "mode=elder&size=large&region=210102000000"),
    ("-contrast", "mode=contrast"),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let out = std::env::args().nth(1).unwrap_or_else(|| "target/preview".into());
    let _ = any_spawner::Executor::init_tokio();
    fs::create_dir_all(&out)?;
    let template = template()?;
    for (page, address) in PAGES {
        for (look, cookie) in LOOKS {
            let html = render(&template, address, &Prefs::parse(cookie)).await;
            fs::write(Path::new(&out).join(format!("{page}{look}.html")), html)?;
        }
    }
    Ok(())
}

/// index.html with its styles inlined, as the real build does.
fn template() -> std::io::Result<String> {
    let mut page = String::new();
    for line in fs::read_to_string("index.html")?.lines() {
        match line.split_once("rel=\"css\" href=\"").and_then(|(_, rest)| rest.split_once('"')) {
            Some((file, rest)) => {
                let media = if rest.contains("print") { " media=\"print\"" } else { "" };
                page += &format!("<style{media}>{}</style>\n", fs::read_to_string(file)?);
            }
            None if line.contains("data-trunk") => {}
            None => page += &format!("{line}\n"),
        }
    }
    Ok(page)
}

async fn render(template: &str, address: &str, prefs: &Prefs) -> String {
    let shared: Arc<dyn SharedContext + Send + Sync> = Arc::new(SsrSharedContext::new());
    let owner = Owner::new_root(Some(shared.clone()));
    let head = Head::default();
    let stream = owner.with(|| {
        provide_context(RequestUrl::new(address));
        context::provide(Arc::new(Fake), prefs.clone(), Fresh::Nothing, head.clone(), Status::default());
        App().into_any().to_html_stream_in_order()
    });
    let html: String = stream.collect().await;
    owner.unset_with_forced_cleanup();
    template
        .replace(TEMPLATE_TITLE, &head.content().to_html())
        .replacen("data-mode=\"standard\"", &prefs.html_attributes(), 1)
        .replace("<div id=\"app\"></div>", &format!("<div id=\"app\">{html}</div>"))
}
