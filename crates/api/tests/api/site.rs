use crate::harness::TestApp;

#[tokio::test]
async fn hashed_files_are_kept_for_ever_and_sent_compressed() {
    let app = TestApp::start();
    let wasm = app.get_with("/pkg/app-0123abcd_bg.wasm", "accept-encoding", "gzip, br").await;
    assert_eq!(wasm.header("content-type"), "application/wasm");
    assert_eq!((wasm.header("content-encoding"), wasm.body.as_slice()), ("br", &b"brotli"[..]));
    assert!(wasm.header("cache-control").contains("immutable"));
    assert_eq!(wasm.header("vary"), "accept-encoding");
    let plain = app.get("/pkg/app-0123abcd_bg.wasm").await;
    assert_eq!((plain.header("content-encoding"), plain.body.as_slice()), ("", &b"\0asm"[..]));
}

#[tokio::test]
async fn other_files_are_asked_for_again() {
    let app = TestApp::start();
    let robots = app.get("/robots.txt").await;
    assert_eq!((robots.status.as_u16(), robots.header("cache-control")), (200, "no-cache"));
    let again = app.get_with("/robots.txt", "if-none-match", robots.header("etag")).await;
    assert_eq!(again.status, 304);
}

#[tokio::test]
async fn nothing_outside_the_site_is_ever_sent() {
    let app = TestApp::start();
    assert!(app.file("banshi.db").exists());
    for path in ["/../banshi.db", "/pkg/../../banshi.db", "/%2e%2e/banshi.db", "/..%2fbanshi.db", "//banshi.db"] {
        assert_eq!(app.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_script_that_becomes_a_worker_may_fetch_from_us_and_run_wasm() {
    let app = TestApp::start();
    let policy = app.get("/sw.js").await.header("content-security-policy").to_owned();
    assert_eq!(policy, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
}

#[tokio::test]
async fn the_page_without_content_has_the_policy_of_a_page_and_depends_on_no_visitor() {
    let app = TestApp::start();
    let shell = app.get_with("/shell.html", "cookie", "banshi_prefs=mode=elder").await;
    assert_eq!((shell.status.as_u16(), shell.header("cache-control")), (200, "no-cache"));
    assert!(shell.header("content-security-policy").contains("script-src 'self' 'wasm-unsafe-eval'"));
    assert_eq!(shell.body, app.get("/shell.html").await.body);
    assert!(!shell.header("vary").contains("cookie"));
}
