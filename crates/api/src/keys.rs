//! Keys that sign: a folder with one secret file for each key that may sign and one list of all public keys.
//!
//! The list is kept whole: whoever holds a list of papers from last year must still be able to check it.
//! Another algorithm is another value of `algorithm` and another `slip::Signer`.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use domain::wire::{KeyList, KeyView};
use slip::{ED25519, Ed25519, KeyId, PublicKey, Signer};

/// The list of public keys.
const PUBLIC: &str = "public.json";
/// What the name of a secret file ends with.
const SECRET: &str = "secret";

/// Why keys cannot be used. Never tells what stands in a secret file.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// A file cannot be read or written.
    #[error("{}: {cause}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The list of public keys is not one.
    #[error("{}: {cause}", path.display())]
    List {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: serde_json::Error,
    },
    /// There are keys already.
    #[error("{} holds keys already; `banshi keys rotate` puts a new one in place of the one that signs", .0.display())]
    There(PathBuf),
    /// No key of the list signs.
    #[error("no key of {} signs; `banshi keys new` makes one", .0.display())]
    NoneSigns(PathBuf),
    /// A secret file does not hold what it must.
    #[error("{} does not belong to its public key", .0.display())]
    Secret(PathBuf),
    /// Others may read a secret file.
    #[error("{} may be read by others; `chmod 600` it", .0.display())]
    Open(PathBuf),
}

/// The keys of a folder.
pub struct KeyRing {
    signer: Ed25519,
    list: KeyList,
    public: Vec<PublicKey>,
}

impl KeyRing {
    /// Reads a folder; its newest key signs.
    pub fn load(folder: &Path) -> Result<Self, KeyError> {
        let list = read_list(folder)?;
        let current = list.keys.iter().find(|key| key.until.is_none() && key.algorithm == ED25519);
        let current = current.ok_or_else(|| KeyError::NoneSigns(folder.to_owned()))?;
        let path = secret_path(folder, &current.id);
        check_mode(&path)?;
        let text = fs::read_to_string(&path).map_err(|cause| KeyError::File { path: path.clone(), cause })?;
        let (Some(id), Some(secret)) = (KeyId::parse(&current.id), unhex(text.trim())) else {
            return Err(KeyError::Secret(path));
        };
        let signer = Ed25519::new(id, &secret);
        if hex(&signer.public()) != current.public_key {
            return Err(KeyError::Secret(path));
        }
        let public = PublicKey::parse_all(&lines(&list));
        Ok(Self { signer, list, public })
    }

    /// What signs.
    pub fn signer(&self) -> &dyn Signer {
        &self.signer
    }

    /// The name of the key that signs.
    pub fn id(&self) -> String {
        self.signer.id().to_string()
    }

    /// What everybody may know.
    pub fn list(&self) -> &KeyList {
        &self.list
    }

    /// The public keys as the check of a list or a ticket takes them.
    pub fn public(&self) -> &[PublicKey] {
        &self.public
    }
}

/// Public keys, one a line.
pub fn lines(list: &KeyList) -> String {
    list.keys.iter().map(KeyView::line).collect::<Vec<_>>().join("\n")
}

/// Makes a folder with its first key; returns the key's name.
pub fn create(folder: &Path, today: NaiveDate) -> Result<String, KeyError> {
    if folder.join(PUBLIC).exists() {
        return Err(KeyError::There(folder.to_owned()));
    }
    fs::create_dir_all(folder).map_err(|cause| KeyError::File { path: folder.to_owned(), cause })?;
    add(folder, KeyList::default(), today)
}

/// Puts a new key in place of the one that signs. The old one's secret is deleted, its public key stays for good.
pub fn rotate(folder: &Path, today: NaiveDate) -> Result<String, KeyError> {
    let mut list = read_list(folder)?;
    let mut retired = Vec::new();
    for key in list.keys.iter_mut().filter(|key| key.until.is_none()) {
        key.until = Some(today);
        retired.push(secret_path(folder, &key.id));
    }
    let id = add(folder, list, today)?;
    for path in retired.iter().filter(|path| path.exists()) {
        fs::remove_file(path).map_err(|cause| KeyError::File { path: path.clone(), cause })?;
    }
    Ok(id)
}

/// Adds a key that signs from today on.
fn add(folder: &Path, mut list: KeyList, today: NaiveDate) -> Result<String, KeyError> {
    let secret: [u8; 32] = rand::random();
    // A name of its own, not made from the key: four bytes of a checksum could be sought for.
    let id = loop {
        let id = KeyId(rand::random()).to_string();
        if list.keys.iter().all(|key| key.id != id) {
            break id;
        }
    };
    let signer = Ed25519::new(KeyId([0; 4]), &secret);
    write_secret(&secret_path(folder, &id), &hex(&secret))?;
    let key = KeyView {
        id: id.clone(),
        algorithm: ED25519.to_owned(),
        public_key: hex(&signer.public()),
        from: today,
        until: None,
    };
    list.keys.insert(0, key);
    let path = folder.join(PUBLIC);
    let text = serde_json::to_string_pretty(&list).map_err(|cause| KeyError::List { path: path.clone(), cause })?;
    // Beside it and renamed: a server that starts meanwhile reads the old list or the new one.
    let next = folder.join("public.json.next");
    let written = fs::write(&next, text + "\n").and_then(|()| fs::rename(&next, &path));
    written.map_err(|cause| KeyError::File { path, cause })?;
    Ok(id)
}

fn read_list(folder: &Path) -> Result<KeyList, KeyError> {
    let path = folder.join(PUBLIC);
    let text = fs::read(&path).map_err(|cause| KeyError::File { path: path.clone(), cause })?;
    serde_json::from_slice(&text).map_err(|cause| KeyError::List { path, cause })
}

fn secret_path(folder: &Path, id: &str) -> PathBuf {
    folder.join(id).with_extension(SECRET)
}

fn write_secret(path: &Path, text: &str) -> Result<(), KeyError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|cause| KeyError::File { path: path.to_owned(), cause })
}

fn check_mode(path: &Path) -> Result<(), KeyError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let meta = fs::metadata(path).map_err(|cause| KeyError::File { path: path.to_owned(), cause })?;
        if meta.permissions().mode() & 0o077 != 0 {
            return Err(KeyError::Open(path.to_owned()));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_rotated_folder_signs_with_the_new_key_and_still_knows_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let first = create(folder.path(), day("2026-11-01")).unwrap();
        assert!(matches!(create(folder.path(), day("2026-11-01")), Err(KeyError::There(_))));
        let second = rotate(folder.path(), day("2026-11-22")).unwrap();
        let ring = KeyRing::load(folder.path()).unwrap();
        assert_eq!(ring.id(), second);
        let told: Vec<_> = ring.list().keys.iter().map(|key| (key.id.as_str(), key.until)).collect();
        assert_eq!(told, [(second.as_str(), None), (first.as_str(), Some(day("2026-11-22")))]);
        assert_eq!(ring.public().len(), 2);
        assert!(!secret_path(folder.path(), &first).exists(), "what no longer signs is not kept");
    }

    #[cfg(unix)]
    #[test]
    fn a_secret_is_its_owners_alone_and_must_fit_its_public_key() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let id = create(folder.path(), day("2026-11-01")).unwrap();
        let path = secret_path(folder.path(), &id);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(KeyRing::load(folder.path()), Err(KeyError::Open(_))));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(&path, "00".repeat(32)).unwrap();
        assert!(matches!(KeyRing::load(folder.path()), Err(KeyError::Secret(_))));
    }
}
