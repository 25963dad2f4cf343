import * as vscode from 'vscode';
import type { SettingTypes } from './contributions';

export function setting<K extends keyof SettingTypes>(key: K, scope?: vscode.ConfigurationScope): SettingTypes[K] {
  return vscode.workspace.getConfiguration(undefined, scope).get(key) as SettingTypes[K];
}
