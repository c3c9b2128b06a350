//! What every store does, in memory, on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "../common/mod.rs"]
mod common;

/// Runs each of these on each kind of store.
macro_rules! contract {
    ($($name:ident),+ $(,)?) => {
        mod memory {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$name(&crate::common::Bed::memory().await.unwrap()).await })+
        }
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$name(&crate::common::Bed::sqlite().await.unwrap()).await })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() {
                if let Some(bed) = crate::common::Bed::postgres().await { super::$name(&bed).await }
            })+
        }
    };
}

mod attachments;
mod backup;
mod listing;
mod people;
mod writing;
