//! `banshi ticket`

use std::path::PathBuf;

use clap::{Args, Subcommand};
use domain::{
    RegionCode,
    rating::{RatingChannel, Ticket, ticket::Proof},
};
use qrcode::{EcLevel, QrCode, render::svg};

use crate::{clock, config::PublicUrl, keys::KeyRing, tickets};

/// `banshi ticket`
#[derive(Debug, Subcommand)]
pub enum TicketCommand {
    /// Sign a ticket for one visit or case; prints the ticket, and below it the link that a citizen opens
    Issue(IssueArgs),
}

/// What stands in a ticket.
#[derive(Debug, Args)]
pub struct IssueArgs {
    /// Folder of the keys, from `banshi keys new`
    #[arg(long, env = "BANSHI_KEYS", value_name = "DIR")]
    keys: PathBuf,
    /// Number of the visit or the case; it can be rated once
    #[arg(long, env = "BANSHI_VISIT", value_name = "ID", required_unless_present = "fixed")]
    visit: Option<String>,
    /// A code that hangs at a window for everybody: it proves no visit, and its ratings are counted apart
    #[arg(long = "static", id = "fixed", env = "BANSHI_STATIC", conflicts_with = "visit")]
    fixed: bool,
    /// Code of the item
    #[arg(long, env = "BANSHI_ITEM", value_name = "CODE")]
    item: String,
    /// Code of the organ
    #[arg(long, env = "BANSHI_ORGAN", value_name = "CODE")]
    organ: String,
    /// The hall, window or station
    #[arg(long, env = "BANSHI_PLACE", value_name = "ID")]
    place: String,
    /// The region, for the figures; the whole province when it is not told
    #[arg(long, env = "BANSHI_REGION", value_name = "CODE", default_value = RegionCode::PROVINCE)]
    region: String,
    /// Where the rating will come from: a number or a code of data/ratings/channels.toml, such as 3 or qr
    #[arg(long, env = "BANSHI_CHANNEL", value_name = "N")]
    channel: String,
    /// So many days it may be used
    #[arg(long, env = "BANSHI_DAYS", value_name = "N", default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..))]
    days: u16,
    /// The address citizens use, for the link: https://banshi.example
    #[arg(long, env = "BANSHI_PUBLIC_URL", value_name = "URL")]
    public_url: Option<PublicUrl>,
    /// Draw the link as a QR code into this file
    #[arg(long, env = "BANSHI_QR", value_name = "FILE.svg")]
    qr: Option<PathBuf>,
}

/// Signs a ticket and tells it.
pub fn run(TicketCommand::Issue(args): &TicketCommand) -> Result<(), String> {
    let keys = KeyRing::load(&args.keys).map_err(|cause| cause.to_string())?;
    let text = tickets::issue(&ticket(args)?, keys.signer());
    let site = args.public_url.as_ref().map_or("", PublicUrl::origin);
    let link = format!("{site}/rate?ticket={text}");
    println!("{text}\n{link}");
    if let Some(path) = &args.qr {
        let code = QrCode::with_error_correction_level(&link, EcLevel::M).map_err(|cause| cause.to_string())?;
        let picture = code.render::<svg::Color<'_>>().quiet_zone(true).build();
        std::fs::write(path, picture).map_err(|cause| format!("{}: {cause}", path.display()))?;
    }
    Ok(())
}

fn ticket(args: &IssueArgs) -> Result<Ticket, String> {
    let number = args.channel.parse().ok().and_then(RatingChannel::from_number);
    let channel = number.or_else(|| RatingChannel::from_code(&args.channel));
    let channel = channel.ok_or_else(|| format!("no channel {:?} in data/ratings/channels.toml", args.channel))?;
    let region = RegionCode::parse(&args.region).map_err(|cause| format!("--region: {cause}"))?;
    let proof = match &args.visit {
        Some(visit) if !args.fixed => Proof::Service(visit.clone()),
        _ => Proof::Static,
    };
    let issued = clock::unix();
    let ticket = Ticket {
        proof,
        channel,
        issued,
        expires: issued.saturating_add(u32::from(args.days) * 86_400),
        nonce: rand::random(),
        item: args.item.clone(),
        organ: args.organ.clone(),
        place: args.place.clone(),
        region: region.as_str().to_owned(),
    };
    match ticket.is_whole() {
        true => Ok(ticket),
        false => Err("--visit, --item, --organ and --place take 1 to 64 letters, digits and -_.: alone".into()),
    }
}
