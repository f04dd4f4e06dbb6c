//! Any text inside the parts of a sound archive gives rows or a reason: bytes that are no archive hide these.
#![no_main]
use documents::table::{Format, Limits, read_all};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

const PARTS: [&str; 4] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
];
const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const OF_WORKBOOK: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const WORKBOOK: &[u8] = br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const DIVIDER: u8 = 0;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { rows: 1_000, unpacked: 8 << 20, ..Limits::default() };
    let _ = read_all(&archive(bytes), Format::Xlsx, limits);
});

/// The parts between the dividers, in the order of `PARTS`; a workbook part that is missing is a sound one.
fn archive(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, content: &[u8]| {
        archive.start_file(name, SimpleFileOptions::default()).expect("starts");
        archive.write_all(content).expect("writes");
    };
    put("[Content_Types].xml", TYPES.as_bytes());
    put("_rels/.rels", RELATIONS.as_bytes());
    put("xl/_rels/workbook.xml.rels", OF_WORKBOOK.as_bytes());
    let mut sent = bytes.split(|byte| *byte == DIVIDER);
    for name in PARTS {
        let content = sent.next().filter(|content| !content.is_empty());
        match (content, name) {
            (Some(content), _) => put(name, content),
            (None, "xl/workbook.xml") => put(name, WORKBOOK),
            (None, _) => {}
        }
    }
    archive.finish().expect("finishes").into_inner()
}
