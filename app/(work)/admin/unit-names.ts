import type { UnitVersion } from '@/lib/services/units/names'

/** Units for a choice: code and name. */
export const unitChoices = (units: readonly UnitVersion[], locale: string) =>
  units.map(({ unit, nameZh, nameEn }) => ({
    value: unit,
    label: `${unit} ${locale.startsWith('en') ? nameEn : nameZh}`,
  }))
