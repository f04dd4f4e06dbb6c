// People whom the tests register; nobody of these names or numbers lives.

/** A NIK of Kebon Jeruk, a woman born on 15 June 1990, numbered so that no two are the same. */
export const nik = (serial) => `3173055506900${String(serial).padStart(3, "0")}`;

/** What the counter's form holds for a walk-in. */
export function walkIn(serial, name, more = {}) {
  return {
    nik: nik(serial),
    name,
    phone: "",
    kelurahan: "Kebon Jeruk",
    business_type: "kuliner",
    has_business: "false",
    birth_date: "1990-06-15",
    sex: "female",
    consent: "true",
    ...more,
  };
}

/** What the planning form holds for a class of one seat and two days in Kebon Jeruk. */
export const CLASS = {
  title: "Keripik contoh",
  kind: "trade",
  trade: "makanan-ringan",
  area: "31.73.05",
  place: "Dapur latihan contoh",
  capacity: "1",
  share: "80",
  from: "",
  days: "2",
  weekends: "true",
  all_starts: "09:00",
  all_ends: "12:00",
  t_name: "Instruktur Contoh",
};
