//! Compresses the stylesheet and scripts once, and names them by their content.
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{env, error::Error, fmt::Write as _, fs, io::Write as _, path::Path};

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script its folders so")]
fn main() -> Result<(), Box<dyn Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let out = env::var("OUT_DIR")?;
    let mut files: Vec<_> =
        fs::read_dir(Path::new(&root).join("assets"))?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut table = String::from("&[\n");
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        let bytes = fs::read(file.path())?;
        fs::write(Path::new(&out).join(&name), &bytes)?;
        fs::write(Path::new(&out).join(format!("{name}.gz")), gzip(&bytes)?)?;
        fs::write(Path::new(&out).join(format!("{name}.br")), brotli(&bytes)?)?;
        let hashed = hashed(&name, &bytes);
        writeln!(
            table,
            "Asset {{ name: {name:?}, hashed: {hashed:?}, \
             plain: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")), \
             gzip: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.gz\")), \
             brotli: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.br\")) }},"
        )?;
    }
    table.push(']');
    fs::write(Path::new(&out).join("assets.rs"), table)?;
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut compressed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &params)?;
    Ok(compressed)
}

/// `jakpreneur.css` becomes `jakpreneur.1a2b3c4d5e.css`, so that it may be cached for ever.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let short =
        digest.iter().take(5).fold(String::new(), |short, byte| short + &format!("{byte:02x}"));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{short}.{ending}")
}
