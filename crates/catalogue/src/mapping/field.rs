//! The canonical fields a mapping may fill.

/// How the text of a field is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Words that a citizen reads: every text lint applies.
    Words,
    /// A list of such words.
    List,
    /// A code, number, phone or address of a service: only the blocklists apply.
    Plain,
    /// A list of such texts.
    PlainList,
    /// A span of time.
    Span,
    /// Phone numbers.
    Phones,
}

macro_rules! fields {
    ($($case:ident $name:literal $kind:ident $label:literal)+) => {
        /// A canonical field.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $(#[doc = $label] $case,)+ }

        impl Field {
            /// Every field.
            pub const ALL: &'static [Field] = &[$(Field::$case,)+];

            /// The name in mapping files, reports and provenance.
            pub const fn name(self) -> &'static str {
                match self { $(Field::$case => $name,)+ }
            }

            /// The name a clerk reads.
            pub const fn label(self) -> &'static str {
                match self { $(Field::$case => $label,)+ }
            }

            /// How its text is read.
            pub const fn kind(self) -> FieldKind {
                match self { $(Field::$case => FieldKind::$kind,)+ }
            }

            /// Finds a field by its name.
            pub fn find(name: &str) -> Option<Field> {
                Self::ALL.iter().copied().find(|field| field.name() == name)
            }
        }
    };
}

fields! {
    Code "code" Plain "平台编码"
    SourceCode "source_code" Plain "事项编码"
    Name "name" Words "事项名称"
    PlainName "plain_name" Words "俗称"
    Aliases "aliases" List "别名"
    Department "department" Words "主管部门"
    Kind "kind" Plain "事项类型"
    Audience "audience" PlainList "服务对象"
    Levels "levels" PlainList "行使层级"
    Themes "themes" List "主题"
    Popularity "popularity" Plain "热度"
    Summary "summary" Words "简要说明"
    Scenario "scenario" Words "办事场景"
    Handling "handling" Plain "办件类型"
    Legal "legal" Span "法定办结时限"
    Promise "promise" Span "承诺办结时限"
    LimitNote "limit_note" Words "时限说明"
    Visits "visits" Plain "到现场次数"
    VisitsNote "visits_note" Words "到现场原因"
    Fee "fee" Plain "是否收费"
    FeeName "fee_name" Words "收费项目"
    FeeAmount "fee_amount" Plain "收费金额（元）"
    FeeStandard "fee_standard" Words "收费标准"
    FeeBasis "fee_basis" Words "收费依据"
    FeeReduction "fee_reduction" Words "减免情形"
    Channels "channels" PlainList "办理形式"
    OnlineUrl "online_url" Plain "网上办理地址"
    Area "area" Words "通办范围"
    Conditions "conditions" List "受理条件"
    Steps "steps" List "办理流程"
    Materials "materials" List "申请材料"
    Path "path" List "办理路径"
    RedLines "red_lines" List "禁办情形"
    Basis "basis" List "设定依据"
    Faq "faq" List "常见问题"
    Result "result" Words "办理结果"
    ResultDelivery "result_delivery" Words "送达方式"
    ResultValidity "result_validity" Words "有效期"
    IfRefused "if_refused" List "办不成怎么办"
    Region "region" Plain "行政区划代码"
    LocalCode "local_code" Plain "本地事项编码"
    Organ "organ" Words "实施主体"
    Consult "consult" Phones "咨询电话"
    Complain "complain" Phones "监督投诉电话"
    PlaceName "place_name" Words "办理地点名称"
    PlaceKind "place_kind" Plain "地点类型"
    Address "address" Words "地址"
    Window "window" Words "楼层窗口"
    Hours "hours" Words "办公时间"
    PlacePhones "place_phones" Phones "地点电话"
    Actor "actor" Words "谁来办"
    Action "action" Words "做什么"
    At "at" Words "到哪里"
    Time "time" Words "用时"
    Text "text" Words "情形"
    Rule "rule" Words "依据"
    Article "article" Words "条款"
    Tags "tags" PlainList "评价标签"
    MaterialName "material_name" Words "材料名称"
    Necessity "necessity" Plain "必要性"
    MaterialSource "material_source" Plain "来源渠道"
    Format "format" Plain "材料形式"
    Copies "copies" Plain "份数"
    Issuer "issuer" Words "出具单位"
    Note "note" Words "填报须知"
    When "when" Words "何时需要"
    AnyOf "any_of" Words "任选其一组"
    Makeup "makeup" Span "补正期限"
    MakeupWays "makeup_ways" List "补正方式"
    Overdue "overdue" Words "逾期后果"
    Sample "sample" Plain "是否样例"
}
