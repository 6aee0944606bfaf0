/**
 * The names of the months, each system with its spellings, the one to write first. Arabic has four systems in use, and
 * a text keeps to one of them: what Egypt and the Gulf write, what the Levant and Iraq write, what Algeria and Tunisia
 * write, and what Morocco writes. Source: CLDR 48 (`ar`, `ar-PS`, `ar-DZ`, `ar-MA`, `he`, `en`), with the spellings that
 * people use beside it. Names that fold alike (fold.ts, level 1: `اكتوبر`) are not repeated.
 */
import type { Locale } from '../locale.ts';
import type { Policy } from '../policy.ts';

export type MonthSystem = Policy['months'] | 'he' | 'en';

/** For each system, twelve rows from January on. */
export const monthNames: Readonly<Record<MonthSystem, ReadonlyArray<readonly [string, ...string[]]>>> = {
  en: [
    ['January', 'Jan'],
    ['February', 'Feb'],
    ['March', 'Mar'],
    ['April', 'Apr'],
    ['May'],
    ['June', 'Jun'],
    ['July', 'Jul'],
    ['August', 'Aug'],
    ['September', 'Sept', 'Sep'],
    ['October', 'Oct'],
    ['November', 'Nov'],
    ['December', 'Dec'],
  ],
  he: [
    ['ינואר'],
    ['פברואר'],
    ['מרץ', 'מרס'],
    ['אפריל'],
    ['מאי'],
    ['יוני'],
    ['יולי'],
    ['אוגוסט'],
    ['ספטמבר'],
    ['אוקטובר'],
    ['נובמבר'],
    ['דצמבר'],
  ],
  gulf: [
    ['يناير'],
    ['فبراير'],
    ['مارس'],
    ['أبريل'],
    ['مايو'],
    ['يونيو', 'يونيه'],
    ['يوليو', 'يوليه'],
    ['أغسطس'],
    ['سبتمبر'],
    ['أكتوبر'],
    ['نوفمبر'],
    ['ديسمبر'],
  ],
  levant: [
    ['كانون الثاني'],
    ['شباط'],
    ['آذار'],
    ['نيسان'],
    ['أيار'],
    ['حزيران'],
    ['تموز'],
    ['آب'],
    ['أيلول'],
    ['تشرين الأول'],
    ['تشرين الثاني'],
    ['كانون الأول'],
  ],
  maghreb: [
    ['جانفي'],
    ['فيفري'],
    ['مارس'],
    ['أفريل'],
    ['ماي'],
    ['جوان'],
    ['جويلية'],
    ['أوت'],
    ['سبتمبر'],
    ['أكتوبر'],
    ['نوفمبر'],
    ['ديسمبر'],
  ],
  morocco: [
    ['يناير'],
    ['فبراير'],
    ['مارس'],
    ['أبريل'],
    ['ماي'],
    ['يونيو'],
    ['يوليوز'],
    ['غشت'],
    ['شتنبر'],
    ['أكتوبر'],
    ['نونبر'],
    ['دجنبر'],
  ],
};

/** The systems that a language writes. */
export const monthSystemsOf: Readonly<Record<Locale, readonly MonthSystem[]>> = {
  en: ['en'],
  he: ['he'],
  ar: ['gulf', 'levant', 'maghreb', 'morocco'],
};
