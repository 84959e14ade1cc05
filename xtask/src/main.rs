//! The two commands of the README, `cargo xtask serve` and `cargo xtask test`, and the benchmarks.

mod args;
mod bench;
mod node;
mod places;
mod serve;
mod server;
mod shell;
mod site;
mod stamp;
mod test;
mod trunk;

use std::process::ExitCode;

use args::Args;
use places::Places;

const HELP: &str = "\
cargo xtask COMMAND

  serve    set up, build and serve the portal with the sample catalogue
             --port N        default 8080
             --listen ADDR   default 127.0.0.1:PORT
             --scale full    the province's real scale instead of the sample (made once, takes a minute)
             --once          set up and build, print the address, do not serve
             --build-only    the same, without the catalogue
  test     check format, lints, licences; run all tests, those in a browser too
             --only PART     lint, licences, unit, weight, journeys or old-engines
             --grep WORDS    only journeys whose name has these words
             --all           also what has not changed since it was last clean
  bench    the figures of docs/BENCHMARKS.md, each beside its yardstick
             http [--seconds N --rounds N --connections N], import [--rounds N], vitals [--runs N --page PATH],
             phone [--full] [--region CODE], search [--rounds N --scale sample|full --blind]
  site     build only the site folder (target/site)
             --names         keep function names, to read stack traces in a browser
  trunk    run Trunk with the tools that it asks for: `trunk build`, `trunk serve` and their flags
";

fn main() -> ExitCode {
    if trunk::is_bindgen(std::env::args_os().next()) {
        return told(trunk::bindgen(std::env::args().skip(1)));
    }
    let mut args = Args::new(std::env::args().skip(1));
    let command = args.word().unwrap_or_default();
    let result = Places::find().and_then(|places| match command.as_str() {
        "serve" => serve::serve(&places, args),
        "bench" => bench::bench(&places, args),
        "test" => test::test(&places, args),
        "trunk" => trunk::run(&places, args),
        "site" => {
            let names = if args.flag("names") { site::Names::Kept } else { site::Names::Dropped };
            args.end().and_then(|()| site::build(&places, names)).map(drop)
        }
        "" | "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => anyhow::bail!("no command {other:?}\n\n{HELP}"),
    });
    told(result)
}

fn told(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
