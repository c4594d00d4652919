/** A browser has no dialogs that answer with a path: the answers are those a test has laid ready, else "cancelled". */
import type { OpenDialogReturnValue, SaveDialogReturnValue } from 'electron'
import { instance } from './instance.ts'

export const dialog = {
  showOpenDialog: async (): Promise<OpenDialogReturnValue> => instance.control.openDialogs.shift() ?? { canceled: true, filePaths: [] },
  showSaveDialog: async (): Promise<SaveDialogReturnValue> => instance.control.saveDialogs.shift() ?? { canceled: true, filePath: '' },
  showErrorBox: (title: string, content: string) => console.error(`${title}: ${content}`),
}
