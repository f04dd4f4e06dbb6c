//! Closed lists whose members have a word for files, and labels in Indonesian and English.

/// Declares such a list; the leading name is the function that reads what an officer typed.
macro_rules! worded {
    (
        $(#[$about:meta])*
        $reads:ident => $list:ident {
            $( $(#[$doc:meta])* $item:ident = $word:literal, $id:literal, $en:literal $(, $also:literal)* ; )+
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $list {
            $( $(#[$doc])* #[serde(rename = $word)] $item, )+
        }

        impl $list {
            /// Every one, in the order of `index`.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$item),+];

            /// The word in files, addresses and the database.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$item => $word,)+ }
            }

            /// The place in `ALL`.
            pub const fn index(self) -> usize {
                self as usize
            }

            /// The one with exactly this word.
            pub fn of_word(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|item| item.word() == word)
            }

            /// What the screen calls it in Indonesian.
            pub const fn label_id(self) -> &'static str {
                match self { $(Self::$item => $id,)+ }
            }

            /// What the screen calls it in English.
            pub const fn label_en(self) -> &'static str {
                match self { $(Self::$item => $en,)+ }
            }

            /// The one meant by a word, a label or a usual spelling; case, spaces and punctuation do not count.
            pub fn $reads(raw: &str) -> Option<Self> {
                $( if [$word, $id, $en $(, $also)*].iter().any(|name| crate::text::same(name, raw)) {
                    return Some(Self::$item);
                } )+
                None
            }
        }

        impl std::fmt::Display for $list {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}

pub(crate) use worded;
