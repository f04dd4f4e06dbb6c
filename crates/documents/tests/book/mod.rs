//! A workbook made by hand, part by part, so that tests can write what no program would.

#![expect(clippy::expect_used, reason = "tests fail by panicking")]

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
const NAMESPACES: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// The parts of a workbook; style 1 is a date.
pub struct Book {
    /// Names and contents, to be changed by a test before packing.
    pub parts: Vec<(String, Vec<u8>)>,
}

impl Book {
    /// A workbook whose sheets hold these rows, as XML; a name with a leading `-` is hidden.
    pub fn of(sheets: &[(&str, &str)]) -> Self {
        let parts = (1..).zip(sheets).map(|(id, (_, rows))| {
            let sheet = format!(
                r#"<?xml version="1.0"?><worksheet {NAMESPACES}><sheetData>{rows}</sheetData></worksheet>"#
            );
            (format!("xl/worksheets/sheet{id}.xml"), sheet.into_bytes())
        });
        let mut book = Self { parts: parts.collect() };
        book.put("[Content_Types].xml", TYPES);
        book.put("_rels/.rels", ROOT);
        book.put("xl/styles.xml", STYLES);
        book.list(sheets);
        book
    }

    fn list(&mut self, sheets: &[(&str, &str)]) {
        let (mut listed, mut related) = (String::new(), String::new());
        for (id, (name, _)) in (1..).zip(sheets) {
            let state = if name.starts_with('-') { r#" state="hidden""# } else { "" };
            let sheet = format!(r#"<sheet name="{name}" sheetId="{id}"{state} r:id="rId{id}"/>"#);
            let target = format!(
                r#"<Relationship Id="rId{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{id}.xml"/>"#
            );
            listed.push_str(&sheet);
            related.push_str(&target);
        }
        let workbook = format!(
            r#"<?xml version="1.0"?><workbook {NAMESPACES}><sheets>{listed}</sheets></workbook>"#
        );
        let relations = format!(
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>"#
        );
        self.put("xl/workbook.xml", &workbook);
        self.put("xl/_rels/workbook.xml.rels", &relations);
    }

    /// Adds a part or replaces it.
    pub fn put(&mut self, name: &str, content: &str) {
        self.parts.retain(|(other, _)| other != name);
        self.parts.push((name.to_owned(), content.as_bytes().to_vec()));
    }

    /// The file.
    pub fn pack(&self) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.parts {
            archive.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part starts");
            archive.write_all(content).expect("a part is written");
        }
        archive.finish().expect("an archive").into_inner()
    }
}
