/**
 * Commands on the folders themselves, which need no application: verify, backup, restore, rules, and doctor, which looks at
 * everything from outside. Backup and verify read what is durable, so they may run beside a server.
 */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { sha256Short } from '../adapters/hash.ts';
import { backupFolder, restoreBackup } from '../adapters/store-lowdb/backup.ts';
import { verifyData } from '../adapters/store-lowdb/verify.ts';
import type { Config } from '../config.ts';
import { Refused } from '../domain/errors.ts';
import { UsageError, type Command, type Done, type Options } from './command.ts';
import { connect } from './connection.ts';
import { diagnose } from './doctor.ts';
import { fileOperand } from './operands.ts';
import { printRules, rulesUsage } from './rules-command.ts';

export interface FolderCommand extends Pick<Command, 'usage' | 'operands' | 'options'> {
  readonly run: (config: Config, operands: readonly string[], options: Options) => Promise<Done>;
}

export const folderCommands: Readonly<Record<string, FolderCommand>> = {
  verify: { usage: 'verify', operands: [0, 0], options: [], run: verify },
  backup: { usage: 'backup FILE', operands: [1, 1], options: [], run: backup },
  restore: { usage: 'restore FILE', operands: [1, 1], options: [], run: restore },
  rules: {
    usage: rulesUsage,
    operands: [0, 0],
    options: ['format'],
    run: (config, _, { format }) => printRules(config, format),
  },
  doctor: { usage: 'doctor', operands: [0, 0], options: [], run: doctor },
};

async function verify({ dataFolder }: Config): Promise<Done> {
  const findings = await verifyData(dataFolder, sha256Short);
  const lines = findings.map(({ code, where, detail }) => `  ${code}  ${where}${detail ? `  ${detail}` : ''}`);
  return {
    reply: { findings },
    text: lines.length === 0 ? 'Everything is as it was written.' : [`${lines.length} findings:`, ...lines].join('\n'),
    refused: lines.length > 0,
  };
}

async function backup({ dataFolder }: Config, [name]: readonly string[]): Promise<Done> {
  const file = fileOperand(name);
  if (existsSync(file)) throw new UsageError(`There is a file ${file} already; a backup replaces none.`);
  await backupFolder(dataFolder, file);
  const { size } = await stat(file);
  return { reply: { file, bytes: size }, text: `${file}  ${size} bytes` };
}

async function restore({ dataFolder }: Config, [name]: readonly string[]): Promise<Done> {
  await restoreBackup(fileOperand(name), dataFolder, sha256Short);
  return { reply: { folder: dataFolder }, text: `restored into ${dataFolder}` };
}

async function doctor(config: Config): Promise<Done> {
  try {
    const connection = await connect(config);
    try {
      return await diagnose(config, connection);
    } finally {
      await connection.close();
    }
  } catch (error) {
    if (error instanceof Refused) return diagnose(config, error.refusal);
    throw error;
  }
}
