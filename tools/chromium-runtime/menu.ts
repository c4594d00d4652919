/** No native menus here: an app may describe them, and none is shown. */
import type { MenuItemConstructorOptions } from 'electron'

export class Menu {
  static setApplicationMenu(_menu: Menu | null): void {}
  static getApplicationMenu = (): Menu | null => null
  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    return new Menu(template)
  }
  readonly template: readonly MenuItemConstructorOptions[]
  constructor(template: MenuItemConstructorOptions[] = []) {
    this.template = template
  }
}
