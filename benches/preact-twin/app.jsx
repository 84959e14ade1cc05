// The result page as the portal draws it: same words, same classes, same style.
import { useState } from 'preact/hooks';

const FACETS = [['audience', '谁来办'], ['channel', '怎么办'], ['level', '在哪一级办'], ['theme', '哪方面的事'], ['kind', '事项类型']];
const MODES = [['standard', '标准版'], ['elder', '长辈版'], ['contrast', '高对比']];
const LEVELS = { nation: '国家级', province: '省级', city: '市级', county: '县级', township: '乡级', village: '村级' };

const days = (n) => (n == null ? '时限未公布' : n === 0 ? '当场办结' : `${n} 天`);
const visits = (n) => (n == null ? '次数未公布' : n === 0 ? '不用跑' : `跑 ${n} 次`);
const fee = (charged) => (charged == null ? '收费未公布' : charged ? '收费' : '不收费');
const link = (query, changes) => `/guides?${new URLSearchParams({ ...query, ...changes })}`;

function Search({ q }) {
  const [words, setWords] = useState(q);
  return (
    <form class="search" role="search" method="get" action="/guides">
      <label class="search__label" for="q">用自己的话说，比如“身份证丢了”“孩子上户口”</label>
      <div class="search__row">
        <div class="search__field">
          <input class="search__input" id="q" name="q" type="search" maxlength="100" autocomplete="off" value={words} onInput={(event) => setWords(event.target.value)} />
        </div>
        <button class="button search__button" type="submit">查找</button>
      </div>
    </form>
  );
}

function Hit({ hit }) {
  return (
    <li class="hit">
      <h2 class="hit__name"><a href={`/guides/${hit.code}`}>{hit.name}</a>{hit.sample && <> <span class="tag">样例</span></>}</h2>
      {hit.plain_name && hit.plain_name !== hit.name && <p class="hit__also">也叫：{hit.plain_name}</p>}
      <p class="hit__facts">{[days(hit.promised_days), visits(hit.visits), fee(hit.fee)].join(' · ')}</p>
      <p class="hit__whose">{[hit.department, LEVELS[hit.level] ?? hit.level].filter(Boolean).join(' · ')}</p>
      {hit.same.length > 0 && (
        <details class="more">
          <summary>还有 {hit.same.length} 个相同的事项</summary>
          <ul>{hit.same.map((item) => <li><a href={`/guides/${item.code}`}>{item.name}</a></li>)}</ul>
        </details>
      )}
    </li>
  );
}

function Facets({ query, facets }) {
  const groups = FACETS.filter(([key]) => (facets?.[key] ?? []).length > 1);
  return (
    <details class="facets">
      <summary>筛选</summary>
      <div class="facets__groups">
        {groups.map(([key, name]) => (
          <section class="facets__group">
            <h2 class="facets__name">{name}</h2>
            <ul>{facets[key].map(({ value, label, count }) => <li><a href={link(query, { [key]: value })} rel="nofollow">{label}</a> <span class="facets__count">{count}</span></li>)}</ul>
          </section>
        ))}
      </div>
    </details>
  );
}

export function App({ query, found }) {
  const pages = Math.ceil(found.total / found.size);
  return (
    <>
      <a class="skip" href="#main">跳到正文</a>
      <header class="header">
        <div class="header__inner">
          <a class="header__name" href="/"><strong>办事</strong><span class="header__tagline">辽宁政务服务指南</span></a>
          <a class="header__link header__region" href="/regions"><span class="sr-only">地区 </span>选择地区</a>
          <a class="header__link" href="/prefs?mode=elder" rel="nofollow">长辈版</a>
        </div>
      </header>
      <main id="main" class="main" tabindex="-1">
        <Search q={query.q} />
        <h1 class="results__title" tabindex="-1">找到 {found.total} 件事</h1>
        <p class="understood">按“{found.understood.query}”查找</p>
        <Facets query={query} facets={found.facets} />
        <ol class="hits" data-results="">{found.items.map((hit) => <Hit key={hit.code} hit={hit} />)}</ol>
        {pages > 1 && (
          <nav class="pager" aria-label="翻页">
            <span class="pager__here">第 {found.page} 页，共 {pages} 页</span>
            <a class="pager__link" rel="next" href={link(query, { page: found.page + 1 })}>下一页</a>
          </nav>
        )}
        <p class="small">数据日期 {found.data_date}</p>
      </main>
      <footer class="footer">
        <div class="footer__inner">
          <p class="footer__hotline"><a href="tel:12345">12345</a> 政务服务便民热线，说不清、办不成都可以打</p>
          <nav class="switch" aria-label="显示方式">
            <span class="switch__name">显示方式</span>
            <ul class="switch__list">{MODES.map(([mode, name]) => <li class="switch__item"><a class="switch__link" href={`/prefs?mode=${mode}`} rel="nofollow">{name}</a></li>)}</ul>
          </nav>
          <nav class="footer__links" aria-label="页脚">
            <a href="/about">关于本站与数据</a><a href="/about#privacy">隐私</a><a href="/about#access">无障碍</a><a href="/requests">查我提交的反馈</a>
          </nav>
        </div>
      </footer>
    </>
  );
}
