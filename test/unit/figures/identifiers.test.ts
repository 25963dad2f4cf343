import assert from 'node:assert/strict';
import { quotes } from './reading';

describe('numbers that are names', () => {
  const names = [
    'G9783次列车驶离',
    '拨打12345热线',
    '推广135模式',
    '“03.21”专案组',
    '“6·16”宣传日',
    'A3、A4栋厂房',
    'ISO 9001认证',
    '电话0731-85012345',
    '“1+3+7”的规矩',
    '“3+N”布局',
    '5#厂房',
    '清河办发〔2023〕5号文件',
    '“90后”青年',
    '一处4A级景区',
    '换成DN600铸铁管',
    '2栋的居民',
    '城北5号码头',
    '“2025年度百强榜”之外的500强企业'.slice(12),
    '基站5G信号',
    '3路公交',
    '618大促',
    '3×3篮球',
  ];
  for (const text of names) it(`takes none in ${text}`, () => assert.deepEqual(quotes(text), []));
});
