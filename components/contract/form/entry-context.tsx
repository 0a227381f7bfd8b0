'use client'

import { type ComponentType, createContext, useContext } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Finding } from '@/lib/domain/contract/check'
import type { Content, Party } from '@/lib/domain/contract/content'
import type { FieldSpec } from '@/lib/domain/contract/field-spec'
import type { OpenLists } from '@/lib/domain/contract/open-lists'
import type { Result } from '@/lib/domain/result'

/** What the form asks of the server; the page hands its server actions in. */
export interface FieldActions {
  searchOrganisations: (input: { text: string }) => Promise<Result<Party[]>>
  addOrganisation: (input: { party: Party }) => Promise<Result<{ id: string; party: Party }>>
  searchRegions: (input: { text: string }) => Promise<Result<{ code: string; name: string }[]>>
  nameRegions: (input: { codes: string[] }) => Promise<Result<{ code: string; name: string }[]>>
}

/** A reason for which the contract came back, as it stands at its field. */
export interface AskedAt {
  code: string
  text: string
  done: boolean
}

export interface EntryFindings {
  /** As far as everything typed can be read. */
  content: Content
  /** Everything found at exactly this path that may be shown now. */
  at: (path: string) => Finding[]
  /** Whether something at or under this path is wrong and may be shown now. */
  wrongUnder: (path: string) => boolean
  askedAt: (path: string) => AskedAt[]
  /** Something was changed at this path. */
  changed: (path: string) => void
  /** The field was left: if it was changed, what is wrong with it may be said. */
  left: (path: string) => void
  explanations: Record<string, string>
  explain: (rule: string, text: string) => void
}

export interface RowProps {
  path: string
  spec: FieldSpec
  /** The party the field belongs to, on which its conditions are asked. */
  party?: Party
}

/** How a field is drawn. Parties and lists draw fields inside themselves and take it from here, not from the file that draws them. */
export const RowContext = createContext<ComponentType<RowProps> | null>(null)
/** What the register has of lists that it may add to. */
export const OpenListsContext = createContext<OpenLists>({})
export const FieldActionsContext = createContext<FieldActions | null>(null)
export const FindingsContext = createContext<EntryFindings | null>(null)

function present<T>(value: T | null, name: string): T {
  if (value === null) throw new Error(`${name} is used outside its form`)
  return value
}

export const useRow = () => present(useContext(RowContext), 'useRow')
export const useFieldActions = () => present(useContext(FieldActionsContext), 'useFieldActions')
export const useFindings = () => present(useContext(FindingsContext), 'useFindings')

type Boxes = Record<string, unknown>

/** What stands at a path of the form, and how to change it. */
export function useBox(path: string): [unknown, (value: unknown) => void] {
  const { control, setValue } = useFormContext<Boxes>()
  const { changed } = useFindings()
  const value = useWatch({ control, name: path })
  const set = (next: unknown) => {
    setValue(path, next, { shouldDirty: true })
    changed(path)
  }
  return [value, set]
}

/** Id of the control of a path, by which findings, reasons and links reach it. */
export const controlId = (path: string) => `field-${path}`
