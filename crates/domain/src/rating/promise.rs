//! What a tag judges: a part of the guide, so that a rating can lead to the promise it is about.

use serde::{Deserialize, Serialize};

use crate::codes::code_table;

code_table! {
    /// A part of a guide that a tag judges.
    Promise {
        Guide = "guide", "办事指南";
        Materials = "materials", "要带的材料";
        Proofs = "proofs", "不用交的证明";
        Tolerance = "tolerance", "可以后补的材料";
        Limits = "limits", "办理时限";
        Visits = "visits", "跑现场的次数";
        Channels = "channels", "办理方式";
        Places = "places", "办理地点";
        RedLines = "red_lines", "窗口不得这样做";
    }
}
