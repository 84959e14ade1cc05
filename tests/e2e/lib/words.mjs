// What citizens read and the tests look for: the words of src/text, as roles and labels show them.
export const words = {
  search: '查找',
  searchLabel: /用自己的话说/,
  pickRegion: '选择地区',
  region: /地区/,
  skip: '跳到正文',
  elder: '长辈版',
  standard: '标准版',
  contrast: '高对比',
  usualColours: '普通',
  materials: '带什么',
  path: '找谁去哪',
  redLines: '红线',
  refused: '被拒了怎么办',
  sample: /样例/,
  correction: /这条不对/,
  correctionText: '实际是怎样的',
  send: '提交',
  received: /收到了/,
  refusedForm: '没有成功',
  lookUp: '查询',
  number: '编号',
  code: '查询码',
  retry: '再试一次',
  missing: '没有这个页面',
  packReady: '离线包存好了。',
  packMemory: /存储空间满了/,
  packFailed: /离线包没有存下来/,
  packOff: /不存离线包/,
  forgotten: /已经忘掉/,
  newest: '已经是最新的。',
  refresh: '更新',
  forget: '忘掉',
  take: '存到手机',
  copy: /离线副本，读于 \d{4}-\d{2}-\d{2}/,
  unread: /没有看过的内容要连上网才能打开/,
  offline: /现在没有网络/,
};

/** The matter of the journeys: asked for as people ask, found under its official name. */
export const matter = { asked: '身份证丢了', name: /居民身份证/, code: 'ln-sfz-bl' };

/** Every route, with an address that shows it at its fullest. */
export const routes = {
  home: '/',
  results: '/guides?q=%E8%BA%AB%E4%BB%BD%E8%AF%81',
  // Digits: any letters may be the beginnings of somebody's words.
  nothing: '/guides?q=9876543210',
  guide: `/guides/${matter.code}`,
  regions: '/regions',
  county: '/regions?parent=210100000000',
  about: '/about',
  requests: '/requests',
  missing: '/nowhere',
};
