import type { Scheme } from './scheme';

/** The labels that a workspace without a scheme file has: the entity types that Chinese news is usually labelled with. */
export const defaultScheme: Scheme = {
  formatVersion: 1,
  labels: [
    {
      id: 'PER',
      name: { en: 'person', zh: '人名' },
      color: 'newsmark.label.per',
      key: 'p',
      definition: 'Names of people, without title or office. 人的姓名，不含职务与称谓。',
      examples: ['李明远'],
    },
    {
      id: 'GPE',
      name: { en: 'country, province, city, town', zh: '行政区' },
      color: 'newsmark.label.gpe',
      key: 'g',
      definition:
        'Places with an administration: countries, provinces, cities, counties, towns, villages. 有行政建制的地方。',
      examples: ['清河县'],
    },
    {
      id: 'LOC',
      name: { en: 'place', zh: '地点' },
      color: 'newsmark.label.loc',
      key: 'l',
      definition:
        'Rivers, mountains, regions, roads and other places without an administration. 山川、区域、道路等地点。',
      examples: ['白石江'],
    },
    {
      id: 'ORG',
      name: { en: 'organisation', zh: '机构' },
      color: 'newsmark.label.org',
      key: 'o',
      definition: 'Authorities, companies, schools, associations, teams. 机关、企业、学校、团体。',
      examples: ['清河县水利局'],
    },
    {
      id: 'FAC',
      name: { en: 'facility', zh: '设施' },
      color: 'newsmark.label.facility',
      key: 'f',
      definition: 'Buildings, bridges, reservoirs, stations, parks. 建筑、桥梁、水库、车站、园区。',
      examples: ['石桥水库'],
    },
    {
      id: 'TITLE',
      name: { en: 'office or title', zh: '职务' },
      color: 'newsmark.label.title',
      key: 't',
      definition: 'What a person is: office, rank, profession. 人的职务、职称、身份。',
      examples: ['党支部书记'],
    },
    {
      id: 'EVENT',
      name: { en: 'event', zh: '事件' },
      color: 'newsmark.label.event',
      key: 'e',
      definition: 'Named events, meetings, contests, campaigns. 有名称的事件、会议、赛事、行动。',
      examples: ['第二届龙舟赛'],
    },
    {
      id: 'LAW',
      name: { en: 'law or document', zh: '法规文件' },
      color: 'newsmark.label.law',
      key: 'a',
      definition:
        'Laws, rules, plans and other official documents, with their brackets. 法律、条例、方案等文件，含书名号。',
      examples: ['《防汛条例》'],
    },
    {
      id: 'WORK',
      name: { en: 'work', zh: '作品' },
      color: 'newsmark.label.work',
      key: 'w',
      definition: 'Books, films, songs, programmes, with their brackets. 书、影片、歌曲、节目，含书名号。',
      examples: ['《河长日记》'],
    },
    {
      id: 'PRODUCT',
      name: { en: 'product or brand', zh: '产品' },
      color: 'newsmark.label.product',
      key: 'r',
      definition: 'Products, brands, technical systems. 产品、品牌、系统。',
      examples: ['“云水”监测平台'],
    },
    {
      id: 'TIME',
      name: { en: 'time', zh: '时间' },
      color: 'newsmark.label.time',
      key: 'i',
      definition: 'Dates, periods and festivals that are not figures. 日期、时段、节日。',
      examples: ['端午节'],
    },
  ],
  attributes: [
    {
      id: 'unsure',
      name: { en: 'unsure', zh: '存疑' },
      type: 'boolean',
      definition: 'To be looked at again. 需要复核。',
    },
    {
      id: 'mention',
      name: { en: 'kind of mention', zh: '指称方式' },
      type: 'choice',
      values: [
        { id: 'full', name: { en: 'full name', zh: '全称' } },
        { id: 'short', name: { en: 'short form', zh: '简称' } },
        { id: 'nominal', name: { en: 'described, not named', zh: '名词性指称' } },
      ],
      labels: ['PER', 'GPE', 'LOC', 'ORG', 'FAC'],
    },
    { id: 'link', name: { en: 'entry in a knowledge base', zh: '知识库条目' }, type: 'text' },
  ],
  relations: [
    { id: 'worksFor', name: { en: 'works for', zh: '任职于' }, from: ['PER'], to: ['ORG', 'GPE'] },
    { id: 'holds', name: { en: 'holds the office', zh: '担任' }, from: ['PER'], to: ['TITLE'] },
    {
      id: 'locatedIn',
      name: { en: 'located in', zh: '位于' },
      from: ['GPE', 'LOC', 'ORG', 'FAC', 'EVENT'],
      to: ['GPE', 'LOC', 'FAC'],
    },
    { id: 'partOf', name: { en: 'part of', zh: '隶属于' }, from: ['ORG', 'GPE'], to: ['ORG', 'GPE'] },
    { id: 'sameAs', name: { en: 'same as', zh: '同指' }, symmetric: true },
  ],
};
