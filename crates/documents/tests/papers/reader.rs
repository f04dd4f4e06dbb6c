//! Reading a PDF back: how large its pages are and what stands on them.

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, font::Glyph, hayro_cmap::BfString,
    hayro_syntax::Pdf, interpret_page,
};
use kurbo::{Affine, BezPath, Rect};

/// A page: width and height in millimetres, and its letters in the order they are drawn.
pub struct Sheet {
    pub millimetres: (f32, f32),
    pub text: String,
    pub pictures: usize,
}

impl Sheet {
    /// Whether the page says so; where a line breaks and how wide a space is does not count.
    pub fn says(&self, words: &str) -> bool {
        squeezed(&self.text).contains(&squeezed(words))
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{ad}').collect()
}

/// Reads every page.
pub fn read(pdf: &[u8]) -> Vec<Sheet> {
    let pdf = Pdf::new(pdf.to_vec()).expect("a PDF");
    pdf.pages()
        .iter()
        .map(|page| {
            let (width, height) = page.render_dimensions();
            let cache = InterpreterCache::new();
            let area = Rect::new(0.0, 0.0, width.into(), height.into());
            let settings = InterpreterSettings::default();
            let mut context = Context::new(Affine::IDENTITY, area, &cache, page.xref(), settings);
            let mut seen = Seen::default();
            interpret_page(page, &mut context, &mut seen);
            let millimetres = (width / 72.0 * 25.4, height / 72.0 * 25.4);
            Sheet { millimetres, text: seen.text, pictures: seen.pictures }
        })
        .collect()
}

#[derive(Default)]
struct Seen {
    text: String,
    pictures: usize,
}

impl<'a> Device<'a> for Seen {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        _: Affine,
        _: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        match glyph.as_unicode() {
            Some(BfString::Char(letter)) => self.text.push(letter),
            Some(BfString::String(letters)) => self.text.push_str(&letters),
            None => self.text.push('\u{fffd}'),
        }
    }
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        self.pictures += 1;
    }
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
