//! The photo of a receipt: once an entry, the member's alone, and another one under the same key is refused.
use crate::{
    HOME, Shop,
    browser::{Answer, Browser},
    wrong,
};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use jakpreneur::{
    House, books,
    files::CleanPicture,
    journal::{Asking, Change},
};
use testkit::on_both_engines;

on_both_engines!(the_photo_of_a_receipt_is_kept_once_and_for_the_member_alone, |fresh| {
    let shop = Shop::of(&fresh);
    let entry = shop.enter("2022-06-01", "stock_bought", "70000").expect("enters").event.entry;
    let photo = || CleanPicture { jpeg: vec![0xff, 0xd8, 0xff, 0xe0, 7], width: 1, height: 1 };
    let add = |by: Asking| {
        let photo = photo();
        let act = move |tx: &mut Change<'_>, house: &House| {
            books::add_receipt(tx, house, &by, entry, &photo)
        };
        shop.world.app.change_now(act)
    };
    assert_eq!(wrong(add(shop.by(shop.neighbour))), [("", "no-such-entry")]);
    add(shop.by(shop.member)).expect("is kept");
    assert_eq!(wrong(add(shop.by(shop.member))), [("", "unchanged")]);
    let app = &shop.world.app;
    let taken = |member| app.db.look(|tx| books::own_receipt(tx, &app.house, member, entry));
    assert_eq!(taken(shop.member).expect("is there").1, photo().jpeg);
    assert_eq!(wrong(taken(shop.neighbour).map(drop)), [("", "not-found")]);
    shop.world.officer("petugas", "registration_officer", HOME.0, HOME.1);
    let other = shop.enter("2022-06-02", "sale", "1000").expect("enters").event.entry;
    let mut phone = shop.phone();
    let path = format!("/saya/laporan/catatan/{other}");
    phone.open(&path);
    let refused = phone.send_file(&format!("{path}/nota"), &[], ("nota.jpg", "<html>"));
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    shop.is_verified();
});

on_both_engines!(the_same_photo_is_kept_once_and_another_under_its_key_is_refused, |fresh| {
    let shop = Shop::of(&fresh);
    shop.world.officer("petugas", "registration_officer", HOME.0, HOME.1);
    let entry = shop.enter("2022-06-02", "sale", "1000").expect("enters").event.entry;
    let mut phone = shop.phone();
    let path = format!("/saya/laporan/catatan/{entry}");
    let key = [("act_id", "0190b0f2-0000-7000-8000-000000000031")];
    phone.open(&path);
    let first = send_receipt(&mut phone, &format!("{path}/nota"), &key, &picture(1));
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    phone.open("/saya/laporan");
    let again = send_receipt(&mut phone, &format!("{path}/nota"), &key, &picture(1));
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the same request is done");
    phone.open("/saya/laporan");
    let other = send_receipt(&mut phone, &format!("{path}/nota"), &key, &picture(2));
    assert!(other.status.is_client_error(), "another photo is another request: {}", other.status);
    assert!(!other.text().contains("tersimpan"));
    shop.is_verified();
});

/// Sends the photo of a receipt, of any bytes.
fn send_receipt(phone: &mut Browser, path: &str, fields: &[(&str, &str)], photo: &[u8]) -> Answer {
    let csrf = phone.hidden("csrf");
    let mut body = Vec::new();
    for (name, value) in [("csrf", csrf.as_str())].iter().chain(fields) {
        let about = format!("Content-Disposition: form-data; name=\"{name}\"");
        body.extend(format!("--X\r\n{about}\r\n\r\n{value}\r\n").bytes());
    }
    let about = "Content-Disposition: form-data; name=\"file\"; filename=\"nota.png\"";
    body.extend(format!("--X\r\n{about}\r\nContent-Type: image/png\r\n\r\n").bytes());
    body.extend(photo);
    body.extend(b"\r\n--X--\r\n");
    let kind = "multipart/form-data; boundary=X";
    let request = Request::post(path).header("content-type", kind);
    phone.request(request, Body::from(body))
}

/// A photo of one pixel, of so much grey.
fn picture(shade: u8) -> Vec<u8> {
    // A greyscale PNG of one pixel, written by hand: signature, IHDR, IDAT (stored), IEND.
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let told = [kind.as_slice(), data].concat();
        let length = u32::try_from(data.len()).expect("short").to_be_bytes();
        [&length[..], &told, &crc(&told).to_be_bytes()].concat()
    };
    let head = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];
    let raw = [0, shade];
    let (a, b) = raw.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    let sum = ((b << 16) | a).to_be_bytes();
    let data = [&[0x78, 0x01, 0x01, 2, 0, 0xfd, 0xff][..], &raw, &sum].concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &head),
        chunk(b"IDAT", &data),
        chunk(b"IEND", &[]),
    ]
    .concat()
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 }
        })
    })
}
